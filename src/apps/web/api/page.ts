/** A part of a list as the API gives it; `next` is the cursor of what follows, null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
