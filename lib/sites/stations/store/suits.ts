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

/** In a statement, whether a place of these plugs and this power suits, as the rule of slots has it. */
export function suits(
  { plugs, minPowerW }: PlaceAsked,
  place: { readonly standards: SQL; readonly powerW: SQL },
): SQL {
  const all = and(
    plugs && sql`${place.standards} && ${`{${plugs.join(",")}}`}::text[]`,
    minPowerW === undefined ? undefined : sql`${place.powerW} >= ${minPowerW}::int`,
  );
  return all ?? sql`true`;
}

/** In a statement, whether `slot` is of a group of places that suit. */
export function isOfSuiting(asked: PlaceAsked): SQL {
  if (!asksPlace(asked)) return sql`true`;
  return sql`exists (
    select from ${placeGroups} alike
    where alike.station_id = slot.station_id and alike.number = slot.place_group
      and ${suits(asked, { standards: sql`alike.standards`, powerW: sql`alike.power_w` })}
  )`;
}
