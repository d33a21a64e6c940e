import { and, sql, type SQL } from "drizzle-orm";

import { placeGroups } from "@/db/schema/schedules";

/** What a car asks of its place: one of these plugs, and a power in watts; whatever is not asked for is any. */
export interface PlaceAsked {
  readonly plugs?: readonly string[] | undefined;
  readonly minPowerW?: number | undefined;
}

/** Whether anything is asked. */
export const asksPlace = ({ plugs, minPowerW }: PlaceAsked): boolean =>
  plugs !== undefined || minPowerW !== undefined;

/** A place's columns. */
interface PlaceColumns {
  readonly standards: SQL;
  readonly powerW: SQL;
  readonly plugPowersW: SQL;
}

/** In a statement, the most that one of the place's plugs that are asked for gives. */
export function powerOf(
  { plugs }: PlaceAsked,
  { standards, powerW, plugPowersW }: PlaceColumns,
): SQL {
  if (!plugs) return powerW;
  return sql`case when ${plugPowersW} is null then ${powerW} else (
    select max(one.power) from unnest(${standards}, ${plugPowersW}) one (standard, power)
    where one.standard = any(${`{${plugs.join(",")}}`}::text[])
  ) end`;
}

/** In a statement, whether a place of these plugs and this power suits, as the rule of slots has it. */
export function suits({ plugs, minPowerW }: PlaceAsked, place: PlaceColumns): SQL {
  const all = and(
    plugs && sql`${place.standards} && ${`{${plugs.join(",")}}`}::text[]`,
    minPowerW === undefined ? undefined : sql`${powerOf({ plugs }, place)} >= ${minPowerW}::int`,
  );
  return all ?? sql`true`;
}

/** In a statement, whether `slot` is of a group of places that suit. */
export function isOfSuiting(asked: PlaceAsked): SQL {
  if (!asksPlace(asked)) return sql`true`;
  return sql`exists (
    select from ${placeGroups} alike
    where alike.station_id = slot.station_id and alike.number = slot.place_group
      and ${suits(asked, { standards: sql`alike.standards`, powerW: sql`alike.power_w`, plugPowersW: sql`alike.plug_powers_w` })}
  )`;
}
