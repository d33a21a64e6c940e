import type { Context } from "@/lib/core/context";
import type { Invariant } from "@/lib/core/invariant";
import { toldInvariant } from "@/lib/records/audit/inside";

import { findMisflagged } from "./flag-conflicts";
import { findBusyStations, findMiscounted, findStrayFlags } from "./store/invariants";

/** What is always true of this room's tables, and of the places that its bookings hold. */
export const invariants: readonly Invariant[] = [
  { name: "slots: reserved is the number of bookings that hold a place", find: findWrongSlots },
  { name: "bookings: what no longer fits its slots is flagged, and nothing else", find: findFlags },
  toldInvariant({ entity: "Booking", table: "bookings" }),
];

async function findWrongSlots(ctx: Context): Promise<string[]> {
  const rows = await findMiscounted(ctx);
  return rows.map(
    ({ station, starts, was, is }) =>
      `station ${station}, slot at ${starts}: reserved is ${was}, the bookings are ${is}`,
  );
}

async function findFlags(ctx: Context): Promise<string[]> {
  const stray = await findStrayFlags(ctx);
  const wrong = await findMisflagged(ctx, await findBusyStations(ctx, ctx.clock.now()));
  return [
    ...stray.map(({ number, status }) => `${number} is ${status}, and its flag says otherwise`),
    ...wrong.map(
      ({ number, conflict, wanted }) =>
        `${number} is flagged ${conflict ?? "as fitting"}, and should be ${wanted ?? "fitting"}`,
    ),
  ];
}
