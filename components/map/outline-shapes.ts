import type { MultiLineString, MultiPolygon, Position } from "geojson";

/** The files of public/map: land, borders, and names with their place (see its README). */
export interface Outline {
  readonly land: MultiPolygon;
  readonly borders: MultiLineString;
  /** The largest first. */
  readonly labels: readonly (readonly [name: string, lat: number, lng: number])[];
}

const turn = 360;

/**
 * The outline as a flat map draws it, `reach` degrees east and west of Greenwich. What lies across the date line
 * comes in one piece instead of one at each edge of the world, between which its outline would be a bar across the
 * map; and a world that is shown more than once has its land each time.
 */
export function aroundTheWorld({ land, borders, labels }: Outline, reach: number): Outline {
  return {
    land: {
      type: "MultiPolygon",
      coordinates: land.coordinates.flatMap((rings) => repeated(inOnePiece(rings), reach)),
    },
    borders: {
      type: "MultiLineString",
      coordinates: borders.coordinates.flatMap((line) => repeated([unrolled(line)], reach).flat()),
    },
    labels: labels.flatMap(([name, lat, lng]) =>
      [0, -turn, turn]
        .map((by) => [name, lat, lng + by] as const)
        .filter(([, , at]) => Math.abs(at) <= reach),
    ),
  };
}

/** The shape as often as it lies within reach. */
function repeated(lines: Position[][], reach: number): Position[][][] {
  return [0, -turn, turn]
    .map((by) => lines.map((line) => movedBy(line, by)))
    .filter(([outer = []]) => {
      const [west, east] = spanOf(outer);
      return west < reach && east > -reach;
    });
}

/** A polygon whose holes lie where its outer ring does. */
function inOnePiece(rings: readonly Position[][]): Position[][] {
  const [outer = [], ...holes] = rings.map(unrolled);
  const [west, east] = spanOf(outer);
  const beside = holes.map((hole) => {
    const middle = middleOf(hole);
    return movedBy(hole, middle < west ? turn : middle > east ? -turn : 0);
  });
  return [outer, ...beside];
}

/** The line without leaps from one edge of the world to the other; it may end beyond an edge. */
function unrolled(line: readonly Position[]): Position[] {
  let by = 0;
  let before: number | undefined;
  const points = line.map(([lng = 0, lat = 0]) => {
    if (before !== undefined && Math.abs(lng - before) > turn / 2)
      by += lng < before ? turn : -turn;
    before = lng;
    return [lng + by, lat];
  });
  const isRing = line[0]?.join() === line.at(-1)?.join();
  if (isRing && by !== 0) return aroundThePole(line);
  return movedBy(points, -turn * Math.round(middleOf(points) / turn));
}

/** Land around a pole is no ring on a flat map: between its ends it follows the map's edge. */
function aroundThePole(ring: readonly Position[]): Position[] {
  return ring.flatMap((point, index) => {
    const [lng = 0, lat = 0] = point;
    const [before = lng] = ring[index - 1] ?? [];
    if (Math.abs(lng - before) <= turn / 2) return [point];
    const pole = Math.sign(lat) * 90;
    const edge = (Math.sign(before) * turn) / 2;
    return [[edge, pole], [-edge, pole], point];
  });
}

const movedBy = (line: readonly Position[], by: number): Position[] =>
  line.map(([lng = 0, lat = 0]) => [lng + by, lat]);

function spanOf(line: readonly Position[]): [west: number, east: number] {
  let [west, east] = [Infinity, -Infinity];
  for (const [lng = 0] of line) [west, east] = [Math.min(west, lng), Math.max(east, lng)];
  return [west, east];
}

function middleOf(line: readonly Position[]): number {
  const [west, east] = spanOf(line);
  return (west + east) / 2;
}
