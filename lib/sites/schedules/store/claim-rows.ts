import { sql } from "drizzle-orm";

import type { Claim } from "../find-claims";

/** The claims as rows `(station_id, starts_at, ends_at, place_group)`. */
export function rowsOf(claims: readonly Claim[]) {
  const seconds = (instants: readonly Date[]) => list(instants.map((at) => at.getTime() / 1000));
  return sql`
    select station_id, to_timestamp(starts) as starts_at, to_timestamp(ends) as ends_at, place_group from unnest(
      ${list(claims.map(({ stationId }) => stationId))}::uuid[],
      ${seconds(claims.map(({ startsAt }) => startsAt))}::float8[],
      ${seconds(claims.map(({ endsAt }) => endsAt))}::float8[],
      ${list(claims.map(({ group }) => group))}::smallint[]
    ) as range (station_id, starts, ends, place_group)`;
}

/** An array as PostgreSQL writes it. */
export const list = (values: readonly (string | number)[]) => `{${values.join(",")}}`;
