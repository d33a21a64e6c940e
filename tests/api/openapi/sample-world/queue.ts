import { offlineRefusals } from "@/db/schema/queue";
import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { minutes } from "../../../support/test-clock";
import { later, now } from "./morning";

/** A check-in without network that was refused, because the car was let in already. */
export async function make(db: Db): Promise<void> {
  await db.insert(offlineRefusals).values({
    id: sample.exceptionId,
    refusedBy: sample.operatorId,
    key: "phone-1",
    businessId: sample.businessId,
    stationId: sample.stationId,
    bookingId: sample.chargingBookingId,
    sessionId: sample.chargingSessionId,
    act: "CheckIn",
    actedAt: later(-minutes(8)),
    createdAt: now,
    told: {},
    code: "qr.already_used",
    details: {
      usedAt: later(-minutes(10)).toISOString(),
      by: "Nimal",
      timeZone: "America/New_York",
      place: "New York",
    },
    found: {
      status: "InProgress",
      action: "Create",
      at: later(-minutes(10)).toISOString(),
      by: "Nimal",
    },
  });
}
