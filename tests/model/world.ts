import type { UserActor } from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import type { JobName } from "@/lib/words";

import { testClockAt, type TestClock } from "../support/test-clock";
import { makeBusiness, makeStation, makeUser, testConfig, testStart } from "../support/world";
import { keyOf, mixed, usual } from "./kinds";
import { cutoff, day, furthestStart, horizon, minute, zone, type Model } from "./model";

/** The real thing that a model is held against: a database with three stations, and who acts there. */
export interface World {
  readonly db: Db;
  readonly clock: TestClock;
  readonly businessId: string;
  readonly owners: readonly UserActor[];
  /** Backoffice, operator of all stations, and system admin. */
  readonly staff: readonly [UserActor, UserActor, UserActor];
  as(actor: UserActor): Context;
  job(name: JobName): Context;
}

const config = {
  ...testConfig,
  settings: {
    slotHorizonDays: horizon / day,
    maxDaysAhead: furthestStart / day,
    changeCutoffMinutes: cutoff / minute,
  },
};

/** An empty database's first people and stations, closed as yet, and the model of them. */
export async function makeWorld(db: Db): Promise<{ world: World; model: Model }> {
  const clock = testClockAt(testStart);
  const { id: businessId } = await makeBusiness(db);
  const seen = { groupOf: () => "", conflictOf: () => null, judged: new Map() };
  const model: Model = { now: testStart.getTime(), stations: [], bookings: [], seen };
  for (const [manual, kinds] of [
    [true, [usual, usual]],
    [false, [usual, usual, usual]],
    [false, mixed],
  ] as const) {
    const approval = manual ? "Manual" : "Auto";
    const places = kinds.map(({ plugs, powerW }) => ({ standards: [...plugs], powerW }));
    const made = await makeStation(db, businessId, { places, approval, timeZone: zone });
    model.stations.push({
      id: made.id,
      manual,
      status: "Active",
      connectors: made.connectorIds.map((id, index) => ({
        id,
        number: index + 1,
        status: "Active",
        kind: kinds[index] ?? usual,
      })),
      kinds: new Map(kinds.map((kind) => [keyOf(kind), kind])),
      weekly: [],
      exceptions: new Map(),
      overrides: new Map(),
      holds: [],
      outages: [],
      slots: [],
    });
  }
  const stationIds = model.stations.map(({ id }) => id);
  const owners: UserActor[] = [];
  for (let made = 0; made < 6; made += 1) owners.push(await makeUser(db, "EvOwner"));
  const staff = [
    await makeUser(db, "Backoffice", { businessId }),
    await makeUser(db, "Operator", { businessId, stationIds }),
    await makeUser(db, "SystemAdmin"),
  ] as const;
  const world: World = {
    db,
    clock,
    businessId,
    owners,
    staff,
    as: (actor) => makeContext({ db, actor, clock, config }),
    job: (name) => makeContext({ db, actor: jobActor(name), clock, config }),
  };
  return { world, model };
}
