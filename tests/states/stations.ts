import { eq } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import { createBooking } from "@/lib/charging/bookings";
import type { Context, Db } from "@/lib/core/context";
import { readManagedStation, readStation, setStationStatus } from "@/lib/sites/stations";
import { stationMachine, type StationState } from "@/lib/sites/stations/rules";
import { stationAction, stationStatus, type StationStatus } from "@/lib/sites/stations/schema";

import { hours } from "../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../support/world";
import { jobCaller, nobody, personCaller, type Bench } from "./bench";
import { staffCallers } from "./bookings";

const startsAt = new Date(testStart.getTime() + hours(24));
const set =
  (status: StationStatus) =>
  (ctx: Context, { id }: StationState) =>
    setStationStatus(ctx, { id, status, reason: "Because" });

/** A station in each status, without a booking, and those who run it or book at it. */
export async function benches(db: Db): Promise<Bench<StationState>[]> {
  const { id: businessId } = await makeBusiness(db);
  const things: StationState[] = [];
  for (const status of stationStatus.options) {
    const { id } = await makeStation(db, businessId, { status });
    await makeSlots(db, id, startsAt, 2);
    things.push({ id, status, businessId });
  }
  const staff = await staffCallers(db, businessId, things[0]?.id ?? "");
  const owner = await makeUser(db, "EvOwner");
  const bench: Bench<StationState> = {
    name: "stations",
    machine: stationMachine,
    actions: stationAction.options,
    things,
    callers: () => [...staff, personCaller("an owner", owner, []), jobCaller("import"), nobody],
    trials: {
      activate: { run: set("Active") },
      maintain: { run: set("Maintenance") },
      deactivate: { run: set("Inactive") },
      book: {
        run: (ctx, { id: stationId }) =>
          createBooking(ctx, {
            stationId,
            startsAt,
            endsAt: new Date(startsAt.getTime() + hours(1)),
          }),
      },
    },
    can: async (ctx, { id }) => {
      const runsIt = ctx.actor.kind === "User" && /Admin|office/.test(ctx.actor.role);
      return (await (runsIt ? readManagedStation : readStation)(ctx, id)).can;
    },
    status: async (tx, { id }) =>
      (await tx.select().from(stations).where(eq(stations.id, id)))[0]?.status,
  };
  return [bench];
}
