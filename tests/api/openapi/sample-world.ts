import { hash } from "@node-rs/argon2";

import { accountLinks, operatorStations, owners, refreshTokens, users } from "@/db/schema/accounts";
import { bookings, qrTokens } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { maintenanceHolds } from "@/db/schema/schedules";
import { receipts, sessionPhotos, sessions } from "@/db/schema/sessions";
import { connectors } from "@/db/schema/stations";
import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { hashSecret } from "@/lib/people/accounts/rules";
import { sample } from "@/lib/words";

import { hours, minutes } from "../../support/test-clock";
import { energyTariff, makeSlots, makeStation } from "../../support/world";

const now = new Date(sample.now);
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const stamps = { createdAt: now, updatedAt: now };
const passwordHash = await hash(sample.password);

/** Everything that the document's examples name, and nothing else. Returns who may ask, by role. */
export async function makeSampleWorld(db: Db): Promise<Record<UserActor["role"], UserActor>> {
  await makeBusinesses(db);
  const connectorIds = await makeSampleStation(db);
  const callers = await makePeople(db);
  await makeBookings(db, connectorIds);
  return callers;
}

async function makeBusinesses(db: Db): Promise<void> {
  const contact = { contactName: "Ada Office", contactPhone: "+12125550100" };
  const common = { ...contact, timeZone: "America/New_York", createdAt: now };
  await db.insert(businesses).values([
    {
      ...common,
      id: sample.businessId,
      name: "Hudson Charging",
      contactEmail: "ada@hudson.example.com",
      status: "Active",
    },
    {
      ...common,
      id: sample.requestId,
      name: "Riverside Power",
      contactEmail: "ida@riverside.example.com",
      status: "PendingApproval",
    },
  ]);
}

async function makeSampleStation(db: Db): Promise<string[]> {
  const { connectorIds } = await makeStation(db, sample.businessId, {
    id: sample.stationId,
    name: "Albany Market",
    connectors: 3,
  });
  await makeStation(db, sample.businessId, { id: sample.idleStationId, name: "Albany Depot" });
  const { stationId } = sample;
  await db.insert(connectors).values({
    id: sample.connectorId,
    stationId,
    number: 4,
    standards: ["IEC_62196_T1_COMBO"],
    maxPowerW: 50_000,
    ...stamps,
  });
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
  return connectorIds;
}

async function makePeople(db: Db): Promise<Record<UserActor["role"], UserActor>> {
  const { businessId, stationId } = sample;
  const person = (id: string, role: UserActor["role"], email: string, phone: string) => ({
    id,
    role,
    email,
    phone,
    name: email.split("@")[0] ?? email,
    businessId: role === "Backoffice" || role === "Operator" ? businessId : null,
    passwordHash,
    ...stamps,
  });
  const people = [
    person(sample.adminId, "SystemAdmin", "root@baybook.example.com", "+12125550101"),
    person(sample.officeId, "Backoffice", "ada@hudson.example.com", "+12125550102"),
    person(sample.operatorId, "Operator", "pat@hudson.example.com", "+12125550103"),
    person(sample.ownerId, "EvOwner", "nimal@example.com", "+94770001122"),
  ];
  await db.insert(users).values(people);
  const gone = "Deactivated" as const;
  await db.insert(users).values([
    {
      ...person(sample.deactivatedOperatorId, "Operator", "jo@hudson.example.com", "+12125550104"),
      status: gone,
    },
    {
      ...person(sample.deactivatedOwnerId, "EvOwner", "sunil@example.com", "+94770001133"),
      status: gone,
    },
  ]);
  await db.insert(owners).values([
    { userId: sample.ownerId, nic: sample.ownerNic, country: "LK", vehiclePlate: "WP CAB-1234" },
    { userId: sample.deactivatedOwnerId, nic: sample.deactivatedOwnerNic, country: "LK" },
  ]);
  await db.insert(operatorStations).values({ userId: sample.operatorId, stationId, businessId });
  await makeSecrets(db);
  const actors = people.map((made): UserActor => ({
    kind: "User",
    userId: made.id,
    role: made.role,
    status: "Active",
    name: made.name,
    email: made.email,
    businessId: made.businessId,
    stationIds: made.role === "Operator" ? [stationId] : [],
    ownerNic: made.role === "EvOwner" ? sample.ownerNic : null,
  }));
  return Object.fromEntries(actors.map((actor) => [actor.role, actor])) as Record<
    UserActor["role"],
    UserActor
  >;
}

/** Tokens and links live by real time. */
async function makeSecrets(db: Db): Promise<void> {
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + hours(24));
  const common = { userId: sample.ownerId, createdAt, expiresAt };
  await db.insert(refreshTokens).values({
    ...common,
    id: sample.ownerId,
    familyId: sample.ownerId,
    tokenHash: hashSecret(sample.refreshToken),
  });
  await db.insert(accountLinks).values({
    ...common,
    id: sample.ownerId,
    purpose: "PasswordReset",
    tokenHash: hashSecret(sample.linkToken),
  });
}

async function makeBookings(db: Db, connectorIds: readonly string[]): Promise<void> {
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
  const session = { stationId, businessId, checkedInBy: sample.operatorId, currency: "USD" };
  await db.insert(sessions).values([
    {
      ...session,
      id: sample.chargingSessionId,
      bookingId: sample.chargingBookingId,
      ownerId: guestId,
      connectorId: connectorIds[0] ?? "",
      startedAt: later(-minutes(10)),
    },
    {
      ...session,
      ...amounts,
      id: sample.finishedSessionId,
      bookingId: sample.finishedSessionId,
      ownerId,
      connectorId: connectorIds[1] ?? "",
      status: "Completed",
      startedAt: later(-hours(24)),
      endedAt: later(-hours(23)),
      paymentMode: "card",
      paidMinor: amounts.totalMinor,
      finalizedBy: sample.operatorId,
      receiptNumber: sample.receiptNumber,
    },
  ]);
  await db.insert(sessionPhotos).values({
    id: sample.photoId,
    sessionId: sample.finishedSessionId,
    contentType: "image/png",
    content: Buffer.from("iVBORw0KGgo=", "base64"),
    size: 8,
    createdAt: now,
  });
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
  startedAt: later(-hours(24)).toISOString(),
  endedAt: later(-hours(23)).toISOString(),
  minutes: 60,
  kWh: 18.2,
  lines: [{ text: "18.2 kWh at 0.45 USD", amount: usd("8.19") }],
  subtotal: usd("8.19"),
  taxPercent: 8.875,
  tax: usd("0.73"),
  total: usd("8.92"),
  payment: { mode: "card", amount: usd("8.92"), due: usd("0.00"), change: usd("0.00") },
};
