import { createHash } from "node:crypto";

import { asc, eq } from "drizzle-orm";

import { uploads } from "@/db/schema/files";
import { receipts, sessionPhotos, sessions } from "@/db/schema/sessions";
import { connectors } from "@/db/schema/stations";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { folderStore } from "@/lib/records/files/store/folder";
import { sample } from "@/lib/words";

import { tinyPng } from "../../../support/pictures";
import { hours, minutes } from "../../../support/test-clock";
import { testConfig } from "../../../support/world";
import { later, now } from "./morning";

/** A session that runs, and one that is over, with its picture and its receipt. */
export async function make(db: Db): Promise<void> {
  const { stationId, businessId, ownerId } = sample;
  const guestId = sample.deactivatedOwnerId;
  const places = await db
    .select({ id: connectors.id })
    .from(connectors)
    .where(eq(connectors.stationId, stationId))
    .orderBy(asc(connectors.number));
  const [first = "", second = ""] = places.map(({ id }) => id);
  const session = { stationId, businessId, checkedInBy: sample.operatorId, currency: "USD" };
  await db.insert(sessions).values([
    {
      ...session,
      id: sample.chargingSessionId,
      bookingId: sample.chargingBookingId,
      ownerId: guestId,
      connectorId: first,
      startedAt: later(-minutes(10)),
    },
    {
      ...session,
      ...amounts,
      id: sample.finishedSessionId,
      bookingId: sample.finishedSessionId,
      ownerId,
      connectorId: second,
      status: "Completed",
      startedAt: later(-hours(24)),
      endedAt: later(-hours(23)),
      paymentMode: "card",
      paidMinor: amounts.totalMinor,
      finalizedBy: sample.operatorId,
      receiptNumber: sample.receiptNumber,
    },
  ]);
  await makePhoto(db);
  await db.insert(receipts).values({
    number: sample.receiptNumber,
    sessionId: sample.finishedSessionId,
    businessId,
    stationId,
    ownerId,
    issuedAt: later(-hours(23)),
    content: receipt,
  });
}

async function makePhoto(db: Db): Promise<void> {
  const sessionId = sample.finishedSessionId;
  const file = { id: sample.photoId, key: newId(), bytes: tinyPng.length, createdAt: now };
  await folderStore(testConfig.uploadsDir).put(file.key, tinyPng);
  await db.insert(uploads).values({
    ...file,
    userId: sample.operatorId,
    kind: "SessionPhoto",
    status: "Claimed",
    mediaType: "image/png",
    sha256: createHash("sha256").update(tinyPng).digest("hex"),
    claimedEntity: "Session",
    claimedId: sessionId,
    visibility: "Private",
  });
  await db.insert(sessionPhotos).values({
    id: sample.photoId,
    sessionId,
    contentType: "image/png",
    uploadId: file.id,
    size: file.bytes,
    createdAt: now,
  });
}

const amounts = {
  metered: true,
  energyWh: 18_200,
  energyMinor: 819,
  timeMinor: 0,
  feeMinor: 0,
  subtotalMinor: 819,
  taxMinor: 73,
  totalMinor: 892,
};
const usd = (amount: string) => ({ amount, currency: "USD" });
const receipt = {
  number: sample.receiptNumber,
  issuedAt: later(-hours(23)).toISOString(),
  sessionId: sample.finishedSessionId,
  bookingNumber: "BK-7F3K-0010",
  business: { name: "Hudson Charging", address: null, taxId: null },
  owner: { name: "nimal", vehiclePlate: "WP CAB-1234" },
  station: { name: "Albany Market", address: "1 Main Street", timeZone: "America/New_York" },
  connectorNumber: 2,
  connectorPlugs: ["IEC_62196_T2_COMBO"],
  startedAt: later(-hours(24)).toISOString(),
  endedAt: later(-hours(23)).toISOString(),
  minutes: 60,
  kWh: 18.2,
  lines: [{ kind: "Energy", values: { kWh: 18.2, perKwh: usd("0.45") }, amount: usd("8.19") }],
  subtotal: usd("8.19"),
  taxPercent: 8.875,
  tax: usd("0.73"),
  total: usd("8.92"),
  payment: { mode: "card", amount: usd("8.92"), due: usd("0.00"), change: usd("0.00") },
};
