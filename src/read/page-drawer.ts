/**
 * Draws one page as PNG; `page` counts from 1, `scale` is in pixels a point.
 * @throws ReadError `page-missing` where the file has no such page, and what its format says.
 */
export type PageDrawer = (bytes: Uint8Array, page: number, scale: number) => Promise<Uint8Array>;
