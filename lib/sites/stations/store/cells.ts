import { and, between, eq, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

import { stationCells, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";

import { type Box, cellAt } from "../merge-cells";
import type { CurrentType } from "../schema";
import { type Edges, nowhere } from "./extent";
import { isListed, isShown } from "./search";

/** The zooms that cells are kept of; a map of a coarser one takes some together, a finer one has none. */
const levels = [2, 3, 4, 5, 6, 7, 8] as const;
const finest = 8;

/** The level that a map of the zoom is drawn from, and how many times its cells are halved for it. */
function levelOf(zoom: number): { level: number; shift: number } {
  const level = levels.find((one) => one >= zoom) ?? finest;
  return { level, shift: Math.max(0, level - zoom) };
}

/** Which of the kept cells a map shows. */
export interface Kept {
  readonly bbox?: Box | undefined;
  readonly type?: CurrentType | undefined;
  readonly bookable?: boolean | undefined;
}

/** Cells of the level that the box meets, whole. */
function meeting({ bbox, type, bookable }: Kept, level: number): SQL | undefined {
  const { x, y } = stationCells;
  const at = (degrees: number) => Math.floor(degrees / cellAt(level));
  const across = ([west, , east]: Box) =>
    west <= east
      ? between(x, at(west), at(east))
      : or(sql`${x} >= ${at(west)}`, sql`${x} <= ${at(east)}`);
  return and(
    eq(stationCells.level, level),
    bbox && across(bbox),
    bbox && between(y, at(bbox[1]), at(bbox[3])),
    type && eq(stationCells.type, type),
    bookable === undefined ? undefined : eq(stationCells.listed, !bookable),
  );
}

/** How many stations stand in the box and the cells that it cuts, and their edges. */
export async function countKept(ctx: Context, kept: Kept, zoom: number): Promise<Edges> {
  const { west, east, south, north, count } = stationCells;
  // No cell reaches over Greenwich or the date line.
  const eastward = (edge: AnyPgColumn) =>
    sql`case when ${west} < 0 then ${edge} + 360 else ${edge} end`;
  const [found] = await ctx.db
    .select({
      count: sql<number>`coalesce(sum(${count}), 0)::int`,
      west: sql<number | null>`min(${west})`,
      east: sql<number | null>`max(${east})`,
      south: sql<number | null>`min(${south})`,
      north: sql<number | null>`max(${north})`,
      firstEastward: sql<number | null>`min(${eastward(west)})`,
      lastEastward: sql<number | null>`max(${eastward(east)})`,
    })
    .from(stationCells)
    .where(meeting(kept, levelOf(zoom).level));
  return found ?? nowhere;
}

/** What stands in each cell of the zoom that the box meets; a station by itself where it is alone. */
export async function findKept(ctx: Context, kept: Kept, zoom: number) {
  const { level, shift } = levelOf(zoom);
  const { count, latitude, longitude } = stationCells;
  const rows = await ctx.db
    .select({
      x: sql<number>`${stationCells.x} >> ${shift}::int`,
      y: sql<number>`${stationCells.y} >> ${shift}::int`,
      lat: sql<number>`sum(${latitude} * ${count}) / sum(${count})`,
      lng: sql<number>`sum(${longitude} * ${count}) / sum(${count})`,
      count: sql<number>`sum(${count})::int`,
      bookable: sql<boolean>`not bool_and(${stationCells.listed})`,
      stationId: sql<string | null>`min(${stationCells.stationId}::text)`,
    })
    .from(stationCells)
    .where(meeting(kept, level))
    .groupBy(sql`1, 2`);
  return rows.map(({ stationId, ...cell }) => ({
    ...cell,
    stationId: cell.count === 1 ? stationId : null,
  }));
}

/** What a map says of these stations. */
export async function findAlone(ctx: Context, ids: readonly string[]) {
  const { id, name, type, timeZone } = stations;
  return ctx.db
    .select({ id, name, type, timeZone })
    .from(stations)
    .where(sql`${id} = any(${`{${ids.join(",")}}`}::uuid[])`);
}

/** Whether there are more stations than so many that the public sees. */
export async function areMoreThan(ctx: Context, most: number): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(isShown)
    .offset(most)
    .limit(1);
  return row !== undefined;
}

export async function deleteCells(ctx: Context): Promise<number> {
  return (await ctx.db.delete(stationCells)).count;
}

/** Reckoned in decimals, so that it does not change with the order in which it is added up. */
const mean = (of: "latitude" | "longitude") =>
  sql.raw(`round(sum(${of}) / sum(count), 6)::float8 as ${of}`);

/** The columns of a cell that are counted, not those that say which it is. */
const counted = ["count", "latitude", "longitude", "west", "south", "east", "north", "station_id"];
const columnsOf = (table: string) => sql.raw(counted.map((name) => `${table}.${name}`).join(", "));
const isSame = sql.raw(
  ["level", "x", "y", "type", "listed"].map((name) => `kept.${name} = now.${name}`).join(" and "),
);

/**
 * Counts the stations of all cells anew, and writes those cells in which something changed; returns how many. In the
 * caller's transaction.
 */
export async function writeCells(ctx: Context): Promise<number> {
  await countCells(ctx);
  const gone = await ctx.db.execute(sql`
    delete from ${stationCells} kept where not exists (select from cells_now now where ${isSame})`);
  const written = await ctx.db.execute(sql`
    insert into ${stationCells} as kept (level, x, y, type, listed, ${sql.raw(counted.join(", "))})
    select now.level, now.x, now.y, now.type, now.listed, ${columnsOf("now")}
    from cells_now now left join ${stationCells} kept on ${isSame}
    where kept.level is null or (${columnsOf("kept")}) is distinct from (${columnsOf("now")})
    order by now.level, now.x, now.y
    on conflict (level, x, y, type, listed)
      do update set (${sql.raw(counted.join(", "))}) = row(${columnsOf("excluded")})`);
  return gone.count + written.count;
}

/** Into a table of the transaction alone, so that what is compared is planned by how much there is. */
async function countCells(ctx: Context): Promise<void> {
  const { latitude, longitude, type, id } = stations;
  const cell = sql`${cellAt(finest)}::float8`;
  await ctx.db.execute(sql`
    create temporary table cells_now on commit drop as
    with fine as materialized (
      select floor(${longitude} / ${cell})::int as x, floor(${latitude} / ${cell})::int as y, ${type},
        ${isListed} as listed, count(*)::int as count, sum(${latitude}) as latitude, sum(${longitude}) as longitude,
        min(${longitude})::float8 as west, min(${latitude})::float8 as south, max(${longitude})::float8 as east,
        max(${latitude})::float8 as north, min(${id}::text) as station_id
      from ${stations} where ${isShown} group by 1, 2, 3, 4
    )
    select level::smallint as level, x >> (${finest}::int - level) as x, y >> (${finest}::int - level) as y,
      type, listed, sum(count)::int as count, ${mean("latitude")}, ${mean("longitude")}, min(west) as west,
      min(south) as south, max(east) as east, max(north) as north,
      case when sum(count) = 1 then min(station_id)::uuid end as station_id
    from fine, unnest(${`{${levels.join(",")}}`}::int[]) level
    group by 1, 2, 3, 4, 5`);
  await ctx.db.execute(sql`analyze cells_now`);
}
