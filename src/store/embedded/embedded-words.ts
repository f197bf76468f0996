/** What the database's thread is told when it starts. */
export interface EmbeddedTask {
  readonly folder: string;
  readonly socket: string;
}

/** What it says. */
export type EmbeddedWord = "serving" | "closed";
