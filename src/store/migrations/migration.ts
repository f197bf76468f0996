/** One step forward. Once released, `sql` is never edited: its checksum is kept in every database it was applied to. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}
