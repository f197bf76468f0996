/** Two rows that belong together, by their places in the two lists. `part`: a piece of a split or a merger. */
export interface Link {
  readonly template: number;
  readonly local: number;
  readonly similarity: number;
  readonly how: "equal" | "alike" | "standing out" | "part";
}
