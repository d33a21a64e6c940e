import { eq } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import type { Db } from "@/lib/core/context";

import { makeSlots, makeStation } from "./world";

/** A station of one connector, all places of which are closed from the instant on for three hourly slots. */
export async function fullStation(db: Db, businessId: string, from: Date): Promise<string> {
  const { id } = await makeStation(db, businessId, { connectors: 1 });
  await makeSlots(db, id, from, 3, { capacity: 0 });
  return id;
}

/** A place of it becomes free. */
export const freePlace = (db: Db, stationId: string) =>
  db.update(slots).set({ capacity: 1, openPlaces: "1" }).where(eq(slots.stationId, stationId));
