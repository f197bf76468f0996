/** The parts of an address that a route's pattern names: `/documents/:id` → `{ id }`. */
export type RouteParts = Readonly<Record<string, string>>;
