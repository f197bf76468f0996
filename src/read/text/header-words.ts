/** Words that head the columns of a plan's tables. */
export const HEADER_WORD =
  /序\s*号|编\s*号|考\s*核|考\s*评|内\s*容|项\s*目|标\s*准|指\s*标|要\s*求|分\s*值|分\s*数|得\s*分|评\s*分|细\s*则|类\s*别|任\s*务|措\s*施|名\s*称|姓\s*名|单\s*位|时\s*限/u;
