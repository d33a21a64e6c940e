import { loginSessions } from "@/db/schema/accounts";
import { schedules } from "@/db/schema/schedules";
import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { windowHours } from "@/lib/charging/waiting/rules";
import { refreshSlots } from "@/lib/sites/schedules";

import { bearerOn } from "../support/sign-in";
import { hours } from "../support/test-clock";
import { makeBusiness, makeStation, makeUser, testConfig, testStart } from "../support/world";
import { type DeedWorld, makeDeedWorld } from "./deed-world";
import type { Shot } from "./load";

/** As quality.md has it. */
const stationCount = 1_000;
const ownerCount = 1_000;
/** Every station's hours until then are for bookings that are spread; the rest are for single slots. */
const spreadHours = 100;
const firstHour = 3;
const lastHour = 160;

interface Owner {
  readonly actor: UserActor;
  readonly headers: Readonly<Record<string, string>>;
}

/** Stations and owners, and requests for bookings of them of which none repeats another. */
export interface CreateWorld extends DeedWorld {
  /** So many bookings, spread over stations of this kind. */
  spread(approval: "Manual" | "Auto", count: number): Shot[];
  /** So many by as many owners, all of one slot that has room for each. */
  hot(count: number): Shot[];
  /** So many by as many owners, of a slot that has this many places. */
  contested(count: number): Shot[];
  /** So many more of the slot that was contested last, by owners who came too late. */
  again(count: number): Shot[];
  /** The same request without its deed, at another address. */
  asked(method: Shot["method"], path: string, count: number): Shot[];
}

/** Places of the station at which many meet, and of the one at which few have room. */
const hotPlaces = 999;
export const contestedPlaces = 10;

/** Makes a thousand stations, open day and night with ten places each, and as many owners who are signed in. */
export async function makeCreateWorld(db: Db): Promise<CreateWorld> {
  const { id: businessId } = await makeBusiness(db);
  const made = { Manual: [] as string[], Auto: [] as string[] };
  for (let index = 0; index < stationCount; index += 1) {
    const approval = index % 2 ? "Manual" : "Auto";
    made[approval].push(await openStation(db, businessId, { approval, connectors: 10 }));
  }
  const hotStation = await openStation(db, businessId, { connectors: hotPlaces });
  const fewStation = await openStation(db, businessId, { connectors: contestedPlaces });
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
  let contestedHour = lone;
  const ofOneSlot = (stationId: string, count: number, hour: number) => {
    if (hour > lastHour) throw new Error("No hour is left for another single slot.");
    return Array.from({ length: count }, (_, index) => shot(ofOwner(index), stationId, hour));
  };
  return {
    ...(await makeDeedWorld(db, { businessId, stationIds: made.Auto })),
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
      contestedHour = lone + windowHours;
      lone += 2 * windowHours + 1;
      return ofOneSlot(fewStation, count, contestedHour);
    },
    // Those who were there have a booking at that time, or may have one.
    again: (count) =>
      Array.from({ length: count }, (_, index) =>
        shot(ofOwner(100 + index), fewStation, contestedHour),
      ),
    asked: (method, path, count) =>
      Array.from({ length: count }, (_, index) => ({
        method,
        path,
        headers: ofOwner(index).headers,
        ...(method === "POST" && { body: {} }),
      })),
  };
}

async function openStation(
  db: Db,
  businessId: string,
  options: Parameters<typeof makeStation>[2],
): Promise<string> {
  const { id } = await makeStation(db, businessId, options);
  const allDay = [{ start: "00:00", end: "24:00" }];
  const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const weekly = Object.fromEntries(names.map((name) => [name, allDay]));
  await db.insert(schedules).values({ stationId: id, weekly, updatedAt: testStart });
  return id;
}
