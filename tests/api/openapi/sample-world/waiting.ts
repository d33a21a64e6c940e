import { slots } from "@/db/schema/schedules";
import { waiting } from "@/db/schema/waiting";
import { and, eq } from "drizzle-orm";
import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { hours } from "../../../support/test-clock";
import { later, stamps } from "./morning";

/** An hour of the second day that is full, and one after it for which the sample's owner waits. */
export async function make(db: Db): Promise<void> {
  const { stationId, businessId, ownerId } = sample;
  const startsAt = new Date("2026-06-02T18:00:00Z");
  await db
    .update(slots)
    .set({ capacity: 0, openPlaces: "" })
    .where(and(eq(slots.stationId, stationId), eq(slots.startsAt, startsAt)));
  await db.insert(waiting).values({
    id: sample.waitingId,
    kind: "Waiting",
    status: "Waiting",
    ownerId,
    stationId,
    businessId,
    startsAt: later(hours(30)),
    endsAt: later(hours(31)),
    ...stamps,
  });
}
