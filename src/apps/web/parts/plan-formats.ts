/** The formats of `GET /api/documents/:id/publish/:format` that any plan can be had in. */
export const PLAN_FORMATS = ["json", "xlsx", "docx", "markdown", "ics", "targets-csv", "responsibilities-csv"] as const;

/** Those that only a plan with a standard can be had in. */
export const STANDARD_FORMATS = ["standard", "workbook", "csv", "schema"] as const;
