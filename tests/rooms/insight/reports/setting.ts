import { bookings } from "@/db/schema/bookings";
import type { BookingStatus } from "@/lib/charging/bookings/schema";
import { sessions } from "@/db/schema/sessions";
import type { Actor, UserActor } from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { newBookingNumber, newId } from "@/lib/core/ids";
import { makeContext } from "@/lib/process/wiring";

import { testClockAt } from "../../../support/test-clock";
import {
  energyTariff,
  makeBusiness,
  makeStation,
  makeUser,
  testConfig,
} from "../../../support/world";

/** A Monday, 08:00 in New York. */
export const now = new Date("2026-06-01T12:00:00Z");

export const as = (db: Db, actor: Actor, at: Date | string = now): Context =>
  makeContext({ db, actor, clock: testClockAt(at), config: testConfig });

/** A place where things happen: a business, its office, an operator and a station. */
export interface Place {
  readonly businessId: string;
  readonly office: UserActor;
  readonly operator: UserActor;
  readonly stationId: string;
  readonly connectorId: string;
}

export async function makePlace(
  db: Db,
  name: string,
  timeZone = "America/New_York",
): Promise<Place> {
  const { id: businessId } = await makeBusiness(db, name);
  return addStation(db, businessId, { name: `${name} One`, timeZone });
}

export async function addStation(
  db: Db,
  businessId: string,
  options: Parameters<typeof makeStation>[2],
): Promise<Place> {
  const station = await makeStation(db, businessId, options);
  const stationIds = [station.id];
  const office = await makeUser(db, "Backoffice", { businessId });
  const operator = await makeUser(db, "Operator", { businessId, stationIds });
  const connectorId = station.connectorIds[0] ?? "";
  return { businessId, office, operator, stationId: station.id, connectorId };
}

/** A booking as it stands, of an owner of its own unless one is named. */
export async function addBooking(
  db: Db,
  place: Place,
  startsAt: string,
  status: BookingStatus,
  options: {
    minutes?: number;
    owner?: UserActor;
    number?: string;
    conflict?: boolean;
    isGuest?: boolean;
  } = {},
) {
  const { minutes = 60, number = newBookingNumber() } = options;
  const owner = options.owner ?? (await makeUser(db, "EvOwner"));
  const starts = new Date(startsAt);
  const id = newId();
  await db.insert(bookings).values({
    id,
    number,
    ownerId: options.isGuest ? null : owner.userId,
    origin: options.isGuest ? "WalkUp" : "Booking",
    stationId: place.stationId,
    businessId: place.businessId,
    startsAt: starts,
    endsAt: new Date(starts.getTime() + minutes * 60_000),
    status,
    tariff: energyTariff,
    estimateMinor: 653,
    conflict: options.conflict ? "OverCapacity" : null,
    conflictAt: options.conflict ? now : null,
    createdAt: now,
    updatedAt: now,
  });
  return { id, number, owner };
}

/** A session that was finalized at `endedAt`, half an hour after its booking began. */
export async function addSession(
  db: Db,
  place: Place,
  endedAt: string,
  charge: { totalMinor: number; taxMinor?: number; energyWh?: number; currency?: string },
  set: Partial<typeof sessions.$inferInsert> = {},
) {
  const ended = new Date(endedAt);
  const startedAt = new Date(ended.getTime() - 30 * 60_000);
  const booking = await addBooking(db, place, startedAt.toISOString(), "Completed");
  const { totalMinor, taxMinor = 0, energyWh = 1000, currency = "USD" } = charge;
  await db.insert(sessions).values({
    id: newId(),
    bookingId: booking.id,
    stationId: place.stationId,
    businessId: place.businessId,
    ownerId: booking.owner.userId,
    connectorId: place.connectorId,
    status: "Completed",
    checkedInBy: place.operator.userId,
    startedAt,
    endedAt: ended,
    metered: true,
    energyWh,
    currency,
    energyMinor: totalMinor - taxMinor,
    timeMinor: 0,
    feeMinor: 0,
    subtotalMinor: totalMinor - taxMinor,
    taxMinor,
    totalMinor,
    paymentMode: "card",
    paidMinor: totalMinor,
    finalizedBy: place.operator.userId,
    ...set,
  });
}
