import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";

import { type Box, type Cell, mergeCells, zoomWithin } from "./merge-cells";
import type { MapPlace, MapPlaces, ReadMapPlaces } from "./schema";
import { filterOf } from "./search-stations";
import { countKept, findAlone, findKept } from "./store/cells";
import { type Edges, extentOf } from "./store/extent";
import { countPlaces, findCells, findExact, placesWhere } from "./store/map";

/** Up to so many stations, each is told apart. */
const mostExact = 1_500;
/** Of more, no more than so many spots are told, so that an answer stays under 1 MB. */
const mostSpots = 2_500;
/** Where no box is asked for, so many are enough: more than stand apart on a screen that shows all of them. */
const mostOfAll = 1_000;
/** Most cells of a box are empty, so more of them are looked at. */
const mostLookedAt = 4 * mostSpots;
/** Up to so many are counted while somebody waits; of more it is told what the worker counted. */
export const mostDirect = 5_000;

/**
 * Everything that a search finds, as a map needs it: each station where it stands, or how many stand together
 * where there are too many to tell apart, in cells of an eighth of a tile at the zoom or coarser. So the answer stays
 * small however many stations there are. A cell that the edge of the box cuts may be told whole.
 */
export async function readMapPlaces(ctx: Context, asked: ReadMapPlaces): Promise<MapPlaces> {
  openTo(ctx, "station.read");
  return (await keptPlaces(ctx, asked)) ?? (await foundPlaces(ctx, asked));
}

async function foundPlaces(ctx: Context, asked: ReadMapPlaces): Promise<MapPlaces> {
  const { radius, near, bbox, zoom } = asked;
  // A map shows its surroundings, so a position alone limits nothing here.
  const filter = await filterOf(ctx, { ...asked, near: radius ? near : undefined });
  const where = placesWhere(filter, bbox);
  const edges = await countPlaces(ctx, where);
  if (edges.count <= mostExact) {
    return { places: await findExact(ctx, filter, where), extent: told(extentOf(edges)) };
  }
  const cells = await findCells(ctx, where, zoomIn(edges, bbox, zoom));
  return { places: mergeCells(cells, spotsIn(bbox)).map(viewCell), extent: told(extentOf(edges)) };
}

/** What the worker counted, where that is all that is asked and there are too many to count now; else null. */
async function keptPlaces(ctx: Context, asked: ReadMapPlaces): Promise<MapPlaces | null> {
  const { bbox, zoom, type, bookable, near: _near, ...more } = asked;
  const asksMore = Object.values(more).some((value) => value !== undefined);
  if (asksMore) return null;
  const kept = { bbox, type, bookable };
  const edges = await countKept(ctx, kept, zoomWithin(bbox ?? world, zoom, mostLookedAt));
  if (edges.count <= mostDirect) return null;
  const cells = mergeCells(await findKept(ctx, kept, zoomIn(edges, bbox, zoom)), spotsIn(bbox));
  const ids = cells.flatMap((cell) => ("stationId" in cell && cell.stationId) || []);
  const alone = new Map((await findAlone(ctx, ids)).map((one) => [one.id, one]));
  return {
    places: cells.map((cell) => {
      const one = "stationId" in cell && cell.stationId && alone.get(cell.stationId);
      return viewCell({ ...cell, station: one ? { ...one, free: null } : null });
    }),
    extent: told(extentOf(edges)),
  };
}

const world: Box = [-180, -90, 180, 90];

/** As fine as is asked, but with no more cells than are looked at; where no box is asked for, coarse ones are enough. */
const zoomIn = (edges: Edges, bbox: Box | undefined, asked: number): number =>
  zoomWithin(extentOf(edges) ?? world, asked, bbox ? mostLookedAt : mostOfAll);

const spotsIn = (bbox: Box | undefined): number => (bbox ? mostSpots : mostOfAll);

const told = (extent: Box | null): MapPlaces["extent"] => extent && [...extent];

/** To about 10 cm, as stations have it. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

function viewCell({
  lat,
  lng,
  count,
  bookable,
  station = null,
}: Cell & { readonly station?: MapPlace["station"] }): MapPlace {
  return { lat: rounded(lat), lng: rounded(lng), count, bookable, station };
}
