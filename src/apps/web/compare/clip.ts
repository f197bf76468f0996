const MOST = 90;

/** As much of a text as a list can hold. */
export function clip(text: string, most: number = MOST): string {
  const characters = [...text.slice(0, most * 2)];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}
