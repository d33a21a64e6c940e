/** west, south, east, north in degrees; across the date line west is greater than east. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Stations that stand together in a cell of a grid: so many, and where they are in the mean. */
export interface Cell {
  /** Cells from Greenwich to the east, and from the equator to the north. */
  readonly x: number;
  readonly y: number;
  readonly lat: number;
  readonly lng: number;
  readonly count: number;
  readonly bookable: boolean;
}

/** Degrees that a cell measures at a map's zoom: an eighth of a tile. */
export const cellAt = (zoom: number): number => 360 / 2 ** zoom / 8;

/** How many degrees a box is wide. */
const widthOf = ([west, , east]: Box): number => (east >= west ? east - west : east - west + 360);

/** How many cells of a zoom a box can meet. */
const cellsIn = (box: Box, zoom: number): number =>
  (Math.ceil(widthOf(box) / cellAt(zoom)) + 1) * (Math.ceil((box[3] - box[1]) / cellAt(zoom)) + 1);

/** The finest zoom, that which is asked for at the most, at which a box meets no more cells than so many. */
export function zoomWithin(box: Box, asked: number, most: number): number {
  let zoom = asked;
  while (zoom > 0 && cellsIn(box, zoom) > most) zoom -= 1;
  return zoom;
}

/** The cells, four made one again and again until they are no more than so many; none is lost in it. Pure. */
export function mergeCells<C extends Cell>(cells: readonly C[], most: number): (C | Cell)[] {
  let merged: (C | Cell)[] = [...cells];
  while (merged.length > most) {
    const fours = Map.groupBy(merged, ({ x, y }) => `${x >> 1} ${y >> 1}`);
    merged = [...fours.values()].map((four) => joined(four));
  }
  return merged;
}

function joined<C extends Cell>(cells: readonly (C | Cell)[]): C | Cell {
  const [first] = cells;
  if (!first) throw new Error("A cell of nothing.");
  const at = { x: first.x >> 1, y: first.y >> 1 };
  if (cells.length === 1) return { ...first, ...at };
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  const mean = (of: "lat" | "lng") =>
    cells.reduce((sum, cell) => sum + cell[of] * cell.count, 0) / count;
  const bookable = cells.some((cell) => cell.bookable);
  return { ...at, lat: mean("lat"), lng: mean("lng"), count, bookable };
}
