import { loginSessions } from "@/db/schema/accounts";
import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { windowHours } from "@/lib/charging/waiting/rules";
import { refreshSlots } from "@/lib/sites/schedules";

import { bearerOn } from "../support/sign-in";
import { hours } from "../support/test-clock";
import { makeBusiness, makeUser, testConfig } from "../support/world";
import { openAlways } from "./always-open";
import { type DeedWorld, makeDeedWorld } from "./deed-world";
import { contestedPlaces, type LateWorld, makeLateWorld, openLateStations } from "./late-world";
import type { Shot } from "./load";

/** As quality.md has it. */
const stationCount = 1_000;
const ownerCount = 1_000;
/** Every station's hours until then are for bookings that are spread; the rest are for single slots. */
const spreadHours = 80;
const firstHour = 3;
const lastHour = 160;

interface Owner {
  readonly actor: UserActor;
  readonly headers: Readonly<Record<string, string>>;
}

/** Stations and owners, and requests for bookings of them of which none repeats another. */
export interface CreateWorld extends DeedWorld, LateWorld {
  /** So many bookings, spread over stations of this kind. */
  spread(approval: "Manual" | "Auto", count: number): Shot[];
  /** So many by as many owners, all of one slot that has room for each. */
  hot(count: number): Shot[];
  /** So many by as many owners, of a slot that has this many places. */
  contested(count: number): Shot[];
  /** The same request without its deed, at another address. */
  asked(method: Shot["method"], path: string, count: number): Shot[];
}

/** Places of the station at which many meet. */
const hotPlaces = 999;

/** Makes a thousand stations, open day and night with ten places each, and as many owners who are signed in. */
export async function makeCreateWorld(db: Db): Promise<CreateWorld> {
  const { id: businessId } = await makeBusiness(db);
  const made = { Manual: [] as string[], Auto: [] as string[] };
  for (let index = 0; index < stationCount; index += 1) {
    const approval = index % 2 ? "Manual" : "Auto";
    made[approval].push(await openAlways(db, businessId, { approval, connectors: 10 }));
  }
  const hotStation = await openAlways(db, businessId, { connectors: hotPlaces });
  const fewStation = await openAlways(db, businessId, { connectors: contestedPlaces });
  const lateStations = await openLateStations(db, businessId);
  await refreshSlots(makeContext({ db, actor: jobActor("slots"), config: testConfig }));
  const owners: Owner[] = [];
  while (owners.length < ownerCount) {
    const actor = await makeUser(db, "EvOwner");
    owners.push({ actor, headers: await bearerOn(db, actor) });
  }
  // Else the first request of each would note that its login is in use.
  await db.update(loginSessions).set({ seenAt: new Date() });
  await db.execute("analyze");
  const begin = Math.ceil(Date.now() / hours(1)) * hours(1);
  const at = (hour: number) => new Date(begin + hours(hour)).toISOString();
  let spent = 0;
  let lone = spreadHours + firstHour;
  const ofOwner = (index: number): Owner => {
    const owner = owners[index % ownerCount];
    if (!owner) throw new Error("There are no owners.");
    return owner;
  };
  const shot = (owner: Owner, stationId: string, hour: number): Shot => ({
    method: "POST",
    path: "/api/v1/bookings",
    headers: { ...owner.headers, "idempotency-key": crypto.randomUUID() },
    body: { stationId, startsAt: at(hour), endsAt: at(hour + 1) },
  });
  const late = makeLateWorld(db, lateStations, (index, stationId) =>
    shot(ofOwner(index), stationId, lastHour - windowHours),
  );
  const ofOneSlot = (stationId: string, count: number, hour: number) => {
    if (hour > lastHour - 3 * windowHours)
      throw new Error("No hour is left for another single slot.");
    return Array.from({ length: count }, (_, index) => shot(ofOwner(index), stationId, hour));
  };
  return {
    ...(await makeDeedWorld(db, { businessId, stationIds: made.Auto })),
    ...late,
    spread: (approval, count) =>
      Array.from({ length: count }, () => {
        const index = spent++;
        const hour = firstHour + Math.floor(index / ownerCount);
        if (hour > spreadHours) throw new Error("Every owner has a booking at every hour.");
        const stations = made[approval];
        return shot(ofOwner(index), stations[(index * 7) % stations.length] ?? "", hour);
      }),
    hot: (count) => ofOneSlot(hotStation, count, lone++),
    // What is held for those who came too late reaches as far as alternatives do, before and after.
    contested: (count) => {
      const hour = lone + windowHours;
      lone += 2 * windowHours + 1;
      return ofOneSlot(fewStation, count, hour);
    },
    asked: (method, path, count) =>
      Array.from({ length: count }, (_, index) => ({
        method,
        path,
        headers: ofOwner(index).headers,
        ...(method === "POST" && { body: {} }),
      })),
  };
}
