import type { Context } from "@/lib/core/context";
import type { Invariant } from "@/lib/core/invariant";
import { toldInvariant } from "@/lib/records/audit/inside";

import { findMisflagged } from "./flag-conflicts";
import { findBusyStations, findStrayFlags } from "./store/invariants";

/** What is always true of this room's tables. */
export const invariants: readonly Invariant[] = [
  { name: "bookings: what no longer fits its slots is flagged, and nothing else", find: findFlags },
  toldInvariant({ entity: "Booking", table: "bookings" }),
];

async function findFlags(ctx: Context): Promise<string[]> {
  const stray = await findStrayFlags(ctx);
  const stations = await findBusyStations(ctx, ctx.clock.now());
  const { changes: wrong, moves } = await findMisflagged(ctx, stations, "look");
  return [
    ...stray.map(({ number, status }) => `${number} is ${status}, and its flag says otherwise`),
    ...wrong.map(
      ({ number, conflict, wanted }) =>
        `${number} is flagged ${conflict ?? "as fitting"}, and should be ${wanted ?? "fitting"}`,
    ),
    ...moves.map(
      ({ number, group, to }) =>
        `${number} is in group ${group}, and should be in ${to}`,
    ),
  ];
}
