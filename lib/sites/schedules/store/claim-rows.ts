import { sql } from "drizzle-orm";
import { textOfList } from "@/lib/core/text-of-list";

import type { Claim } from "../find-claims";

/** The claims as rows `(station_id, starts_at, ends_at, place_group)`. */
export function rowsOf(claims: readonly Claim[]) {
  const seconds = (instants: readonly Date[]) =>
    textOfList(instants.map((at) => at.getTime() / 1000));
  return sql`
    select station_id, to_timestamp(starts) as starts_at, to_timestamp(ends) as ends_at, place_group from unnest(
      ${textOfList(claims.map(({ stationId }) => stationId))}::uuid[],
      ${seconds(claims.map(({ startsAt }) => startsAt))}::float8[],
      ${seconds(claims.map(({ endsAt }) => endsAt))}::float8[],
      ${textOfList(claims.map(({ group }) => group))}::smallint[]
    ) as range (station_id, starts, ends, place_group)`;
}
