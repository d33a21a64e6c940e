import { and, eq } from "drizzle-orm";
import { vi } from "vitest";

import { loginSessions, users } from "@/db/schema/accounts";
import { slots } from "@/db/schema/schedules";
import type { Role, UserActor } from "@/lib/core/actor";

import { testApi } from "../../support/api";
import { bookedBefore } from "../../support/booked-before";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

/** Whose thing is asked for: one's own, one of the same business at another station, or another's altogether. */
export const sides = ["own", "sibling", "foreign"] as const;
export type Side = (typeof sides)[number];

export const roles = ["SystemAdmin", "Backoffice", "Operator", "EvOwner"] as const;

/** A station of one side, with the people who run it and one owner who books there. */
export interface Scene {
  readonly side: Side;
  readonly businessId: string;
  readonly stationId: string;
  readonly operator: UserActor;
  readonly office: UserActor;
  /** Whose bookings, sessions and profile the scene's are. */
  readonly owner: UserActor;
  /** Who asks, by role: always of the own side. */
  readonly callers: Readonly<Record<Role, UserActor>>;
}

// The walk asks more often than any one person does.
vi.stubEnv("RATE_LIMITS", "off");

export const api = await testApi();
export const startsAt = new Date(testStart.getTime() + hours(24));
export const endsAt = new Date(testStart.getTime() + hours(25));

const admin = await makeUser(api.db, "SystemAdmin");
const stages = await makeStages();

async function makeStages() {
  const [home, rival] = [await makeBusiness(api.db), await makeBusiness(api.db)];
  const made = [];
  for (const { id: businessId } of [home, home, rival]) {
    // Places for every booking and car of the walk: who may, not how many, is what is asked here.
    const station = await makeStation(api.db, businessId, { connectors: 500 });
    await makeSlots(api.db, station.id, testStart, 60, { capacity: 1000 });
    const stationIds = [station.id];
    const operator = await makeUser(api.db, "Operator", { businessId, stationIds });
    const office = await makeUser(api.db, "Backoffice", { businessId });
    made.push({ businessId, stationId: station.id, operator, office });
  }
  const [own, sibling, foreign] = made;
  if (!own || !sibling || !foreign) throw new Error("three stages");
  return { own, sibling, foreign };
}

/** A fresh scene: the same stations, an owner of its own. */
export async function setScene(side: Side): Promise<Scene> {
  api.clock.set(testStart);
  // Who changed a password or logged out everywhere in an earlier scene enters this one with the same token.
  await api.db.update(users).set({ tokenVersion: 1 });
  await api.db.update(loginSessions).set({ endedAt: null });
  const owner = await makeUser(api.db, "EvOwner");
  await restoreSlots(stages[side].stationId);
  const { operator: Operator, office: Backoffice } = stages.own;
  const EvOwner = side === "own" ? owner : await makeUser(api.db, "EvOwner");
  const callers = { SystemAdmin: admin, Backoffice, Operator, EvOwner };
  return { side, owner, callers, ...stages[side] };
}

/** What a change of hours in an earlier scene took away: no booking of a scene is to be refused for it. */
async function restoreSlots(stationId: string): Promise<void> {
  const at = and(eq(slots.stationId, stationId), eq(slots.startsAt, startsAt));
  const found = await api.db.select({ capacity: slots.capacity }).from(slots).where(at);
  if (found.length > 0) return;
  await api.db.delete(slots).where(eq(slots.stationId, stationId));
  await makeSlots(api.db, stationId, testStart, 60, { capacity: 1000 });
}

async function done(answer: ReturnType<typeof api.call>): Promise<{ id: string } & Json> {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`the scene cannot be set: ${JSON.stringify(body)}`);
  return body.data;
}

// oxlint-disable-next-line typescript/no-explicit-any -- each row knows the thing that it made
type Json = Record<string, any>;

/** A Pending booking of the scene's owner. */
export async function booked({ stationId, owner }: Scene) {
  const body = { stationId, startsAt, endsAt };
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  return done(api.call("POST", "/api/v1/bookings", { as: owner, body, headers }));
}

/** Makes the scene's owner one whom the office that asks has served. */
export const servedBefore = ({ owner }: Scene) =>
  bookedBefore(api.db, stages.own.businessId, owner.userId);

/** The same, approved. */
export async function approved(scene: Scene) {
  const { id } = await booked(scene);
  return done(api.call("PUT", `/api/v1/bookings/${id}/approve`, { as: scene.operator }));
}

/** The code of an approved booking, at the time that it is to be shown. */
export async function codeToShow(scene: Scene): Promise<string> {
  const { id } = await approved(scene);
  const { code } = await done(api.call("GET", `/api/v1/bookings/${id}/qr`, { as: scene.owner }));
  api.clock.set(startsAt);
  return code;
}

/** A session that runs. */
export async function charging(scene: Scene) {
  const body = { code: await codeToShow(scene) };
  return done(api.call("POST", "/api/v1/sessions/checkin", { as: scene.operator, body }));
}

/** A session that was finalized, with its receipt. */
export async function charged(scene: Scene) {
  const { bookingId } = await charging(scene);
  const body = { bookingId, kWh: 10, payment: { mode: "card" } };
  return done(api.call("POST", "/api/v1/sessions/finalize", { as: scene.operator, body }));
}

/** Another operator of the scene's station. */
export const colleague = ({ businessId, stationId }: Scene) =>
  makeUser(api.db, "Operator", { businessId, stationIds: [stationId] });

/** What the scene's office makes at a path under its station, such as a hold. */
export const madeAt = ({ stationId, office }: Scene, path: string, body: object) =>
  done(api.call("POST", `/api/v1/stations/${stationId}/${path}`, { as: office, body }));

/** A business that waits for its decision. */
export async function requested(businessName = `Asking ${crypto.randomUUID()}`) {
  const body = {
    businessName,
    contact: {
      name: "Ida Asking",
      email: `${crypto.randomUUID()}@example.test`,
      phone: "+12125550123",
    },
    billing: { address: "1 Main Street, Albany", taxId: "12-3456789" },
    timeZone: "America/New_York",
  };
  return done(api.call("POST", "/api/v1/businesses", { body }));
}
