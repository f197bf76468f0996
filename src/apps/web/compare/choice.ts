/** Which plans are to be compared. */
export interface Choice {
  readonly template: string | null;
  readonly locals: readonly string[];
}

/** Reads `?template=a&local=b,c`; a plan is not set beside itself. */
export function readChoice(query: URLSearchParams): Choice {
  const template = query.get("template") || null;
  const locals = (query.get("local") ?? "").split(",").filter((id) => id !== "" && id !== template);
  return { template, locals: [...new Set(locals)] };
}

export const writeChoice = ({ template, locals }: Choice): { template: string | null; local: string | null } => ({
  template,
  local: locals.length > 0 ? locals.join(",") : null,
});

/** Another template; the one before becomes none of the local plans by itself. */
export const withTemplate = ({ locals }: Choice, template: string): Choice => ({
  template,
  locals: locals.filter((id) => id !== template),
});

export const withLocal = ({ template, locals }: Choice, id: string): Choice => ({
  template: template === id ? null : template,
  locals: [...locals.filter((each) => each !== id), id],
});

export const withoutPlan = ({ template, locals }: Choice, id: string): Choice => ({
  template: template === id ? null : template,
  locals: locals.filter((each) => each !== id),
});
