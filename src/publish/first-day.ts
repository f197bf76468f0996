/** The first day of a date as stated: `2021-06` → `2021-06-01`; what files made of an undated plan are stamped with is 1970-01-01. */
export const firstDay = (date: string | null): string =>
  date === null ? "1970-01-01" : `${date}${"-01-01".slice(date.length - 4)}`;
