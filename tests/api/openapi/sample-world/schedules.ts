import { maintenanceHolds } from "@/db/schema/schedules";
import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { hours } from "../../../support/test-clock";
import { makeSlots } from "../../../support/world";
import { later, now } from "./morning";

/** A week of slots at the station, and a hold in it. */
export async function make(db: Db): Promise<void> {
  const { stationId } = sample;
  await makeSlots(db, stationId, now, 24 * 7);
  await db.insert(maintenanceHolds).values({
    id: sample.holdId,
    stationId,
    startsAt: later(hours(96)),
    endsAt: later(hours(100)),
    connectors: 1,
    reason: "New cable",
    createdAt: now,
  });
}
