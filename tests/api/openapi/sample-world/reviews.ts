import { createHash } from "node:crypto";

import { asc, eq } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { uploads } from "@/db/schema/files";
import { reviewImages, reviews } from "@/db/schema/reviews";
import { sessions } from "@/db/schema/sessions";
import { connectors } from "@/db/schema/stations";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { folderStore } from "@/lib/records/files/store/folder";
import { sample } from "@/lib/words";

import { tinyPng } from "../../../support/pictures";
import { hours } from "../../../support/test-clock";
import { energyTariff, testConfig } from "../../../support/world";
import { later, now, stamps } from "./morning";

/** A visit of the day before yesterday, and what the sample's owner said of it, with a picture. */
export async function make(db: Db): Promise<void> {
  const { stationId, businessId, ownerId, reviewId, reviewPhotoId, reviewedBookingId } = sample;
  const at = { stationId, businessId };
  const [startsAt, endsAt] = [later(-hours(48)), later(-hours(47))];
  const [place] = await db
    .select({ id: connectors.id })
    .from(connectors)
    .where(eq(connectors.stationId, stationId))
    .orderBy(asc(connectors.number));
  await db.insert(bookings).values({
    ...at,
    id: reviewedBookingId,
    number: "BK-7F3K-0091",
    ownerId,
    startsAt,
    endsAt,
    status: "Completed",
    tariff: energyTariff,
    estimateMinor: 653,
    approvedAt: startsAt,
    ...stamps,
  });
  await db.insert(sessions).values({
    ...at,
    id: reviewedBookingId,
    bookingId: reviewedBookingId,
    ownerId,
    connectorId: place?.id ?? "",
    checkedInBy: sample.operatorId,
    status: "Completed",
    currency: "USD",
    startedAt: startsAt,
    endedAt: endsAt,
  });
  await db.insert(reviews).values({
    ...at,
    id: reviewId,
    bookingId: reviewedBookingId,
    userId: ownerId,
    score: 4,
    text: "Easy to find.",
    status: "Pending",
    createdAt: later(-hours(1)),
    updatedAt: later(-hours(1)),
  });
  const file = { id: reviewPhotoId, key: newId(), bytes: tinyPng.length, createdAt: now };
  await folderStore(testConfig.uploadsDir).put(file.key, tinyPng);
  await db.insert(uploads).values({
    ...file,
    userId: ownerId,
    kind: "ReviewPhoto",
    status: "Claimed",
    mediaType: "image/png",
    sha256: createHash("sha256").update(tinyPng).digest("hex"),
    claimedEntity: "Review",
    claimedId: reviewId,
    visibility: "Private",
  });
  await db.insert(reviewImages).values({ reviewId, uploadId: reviewPhotoId, position: 0 });
}
