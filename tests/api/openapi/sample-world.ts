import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";

import { makePeople } from "./sample-world/accounts";
import { makeBookings } from "./sample-world/bookings";
import { makeBusinesses } from "./sample-world/businesses";
import { makeEvents } from "./sample-world/outbox";
import { makeSchedules } from "./sample-world/schedules";
import { makeSessions } from "./sample-world/sessions";
import { makeStations } from "./sample-world/stations";

/** Everything that the document's examples name, and nothing else. Returns who may ask, by role. */
export async function makeSampleWorld(db: Db): Promise<Record<UserActor["role"], UserActor>> {
  await makeBusinesses(db);
  await makeStations(db);
  await makeSchedules(db);
  const callers = await makePeople(db);
  await makeBookings(db);
  await makeSessions(db);
  await makeEvents(db);
  return callers;
}
