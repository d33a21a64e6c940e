import { bookings, qrTokens } from "@/db/schema/bookings";
import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { hours, minutes } from "../../../support/test-clock";
import { energyTariff } from "../../../support/world";
import { later, now, stamps } from "./morning";

/** A booking in each of the states that the examples need, and the code of the one that arrives. */
export async function make(db: Db): Promise<void> {
  const { stationId, businessId, ownerId } = sample;
  // The one who charges is another owner, since nobody is at two places at once.
  const guestId = sample.deactivatedOwnerId;
  const booking = (
    id: string,
    status: "Pending" | "Approved" | "InProgress" | "Completed",
    startsAt: Date,
    owner: string = ownerId,
  ) => ({
    id,
    number: `BK-7F3K-${id.slice(-4)}`,
    ownerId: owner,
    stationId,
    businessId,
    startsAt,
    endsAt: new Date(startsAt.getTime() + hours(1)),
    status,
    tariff: energyTariff,
    estimateMinor: 653,
    approvedAt: status === "Pending" ? null : now,
    ...stamps,
  });
  await db.insert(bookings).values([
    booking(sample.bookingId, "Pending", later(hours(26))),
    {
      ...booking(sample.conflictBookingId, "Approved", later(hours(52))),
      conflict: "OverCapacity" as const,
      conflictAt: now,
    },
    booking(sample.arrivingBookingId, "Approved", now),
    booking(sample.chargingBookingId, "InProgress", now, guestId),
    booking(sample.finishedSessionId, "Completed", later(-hours(24))),
  ]);
  await db.insert(qrTokens).values({
    id: sample.arrivingBookingId,
    bookingId: sample.arrivingBookingId,
    code: sample.arrivingCode,
    keyId: "q1",
    issuedAt: later(-hours(1)),
    opensAt: later(-minutes(15)),
    expiresAt: later(minutes(30)),
  });
}
