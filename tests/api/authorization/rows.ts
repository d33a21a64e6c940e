import { hash } from "@node-rs/argon2";
import { eq, inArray } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";

import { makeStation, makeUser } from "../../support/world";
import { connector, csv, form, hold, newStation, png, reason, schedule } from "./inputs";
import {
  api,
  approved,
  booked,
  charged,
  charging,
  codeToShow,
  colleague,
  endsAt,
  madeAt,
  requested,
  startsAt,
  type Scene,
} from "./scene";

/** How an endpoint is called for a thing of the scene. */
export interface Call {
  /** The path's parameters. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a list: the id of the thing that is in it for those who may see it, and for nobody else. */
  readonly holds?: string;
}

export interface Row {
  /** Makes a thing of the scene, and says how the endpoint is called for it. */
  readonly call: (scene: Scene) => Promise<Call> | Call;
  /** What is out of one's reach is hidden; some rules have to say more. */
  readonly outOfReach?: number;
  /** The endpoint concerns nobody's thing but the caller's. */
  readonly ownOnly?: true;
  /** Public, and answers this to a call that is well formed. */
  readonly anyone?: number;
  /** A list: everybody with the permission gets one, and only the things within reach are in it. */
  readonly list?: true;
}

const password = "correct horse 42 battery";
const fresh = () => `${crypto.randomUUID()}@example.test`;
const person = () => ({ name: "Pat Walker", email: fresh(), phone: phone() });
let phones = 0;
const phone = () => `+1315${String(5_550_000 + (phones += 1))}`;
const id = (thing: { id: string }) => ({ params: { id: thing.id } });
const station = ({ stationId }: Scene) => ({ params: { id: stationId } });
const nic = ({ owner }: Scene) => ({ params: { nic: String(owner.ownerNic) } });
async function withPhoto(scene: Scene) {
  const session = await charging(scene);
  const path = `/api/v1/sessions/${session.id}/photos`;
  const made = await api.call("POST", path, {
    as: scene.operator,
    body: form(png),
  });
  return { params: { id: session.id, photoId: made.body.data.id as string } };
}

/** A station of its own, since the call may end it. */
const spare = async (scene: Scene) => id(await makeStation(api.db, scene.businessId));

/** One row an endpoint: the walk fails for one without. */
export const rows: Readonly<Record<string, Row>> = {
  "GET /audits": {
    list: true,
    call: async (scene) => {
      const { id } = await approved(scene);
      return { query: { entityId: id, limit: "100" }, holds: id };
    },
  },
  "PUT /auth/change-password": {
    ownOnly: true,
    call: async ({ callers }) => {
      const passwordHash = await hash(password);
      const ids = Object.values(callers).map(({ userId }) => userId);
      await api.db.update(users).set({ passwordHash }).where(inArray(users.id, ids));
      return { body: { currentPassword: password, newPassword: `${password}!` } };
    },
  },
  "POST /auth/forgot-password": { anyone: 202, call: () => ({ body: { username: fresh() } }) },
  "POST /auth/login": { anyone: 401, call: () => ({ body: { username: fresh(), password } }) },
  "POST /auth/logout": { ownOnly: true, call: () => ({ body: { refreshToken: "unknown" } }) },
  "GET /auth/me": { ownOnly: true, call: () => ({}) },
  "POST /auth/refresh-token": { anyone: 401, call: () => ({ body: { refreshToken: "unknown" } }) },
  "POST /auth/set-password": {
    anyone: 400,
    call: () => ({ body: { token: "unknown", password } }),
  },
  "PUT /bookings/{id}/approve": { call: async (scene) => id(await booked(scene)) },
  "GET /bookings/{id}/calendar.ics": { call: async (scene) => id(await approved(scene)) },
  "PUT /bookings/{id}/cancel": {
    call: async (scene) => ({ ...id(await booked(scene)), body: { reason } }),
  },
  "GET /bookings/{id}/qr.png": { call: async (scene) => id(await approved(scene)) },
  "GET /bookings/{id}/qr.svg": { call: async (scene) => id(await approved(scene)) },
  "GET /bookings/{id}/qr": { call: async (scene) => id(await approved(scene)) },
  "GET /bookings/{id}/move": { call: async (scene) => id(await approved(scene)) },
  "PUT /bookings/{id}/move": {
    call: async (scene) => {
      const { id: bookingId } = await approved(scene);
      const flag = { conflict: "OverCapacity" as const, conflictAt: startsAt };
      await api.db.update(bookings).set(flag).where(eq(bookings.id, bookingId));
      const later = new Date(endsAt.getTime() + 3_600_000);
      return { params: { id: bookingId }, body: { startsAt: endsAt, endsAt: later, reason } };
    },
  },
  "PUT /bookings/{id}/reject": {
    call: async (scene) => ({ ...id(await booked(scene)), body: { reason } }),
  },
  "GET /bookings/{id}": { call: async (scene) => id(await booked(scene)) },
  "PUT /bookings/{id}": {
    call: async (scene) => ({
      ...id(await booked(scene)),
      body: { startsAt: endsAt, endsAt: new Date(endsAt.getTime() + 3_600_000) },
    }),
  },
  "GET /bookings/daily-capacity": {
    call: ({ stationId }) => ({ query: { stationId, date: "2026-06-02" } }),
  },
  "GET /bookings": {
    list: true,
    call: async (scene) => {
      const { id } = await booked(scene);
      return { query: { ownerNic: String(scene.owner.ownerNic) }, holds: id };
    },
  },
  "POST /bookings": {
    // The caller names another owner, and hears that this is not done.
    outOfReach: 403,
    call: ({ stationId, owner }) => ({
      body: { stationId, startsAt, endsAt, ownerNic: owner.ownerNic },
      headers: { "Idempotency-Key": crypto.randomUUID() },
    }),
  },
  "PUT /businesses/{id}/approve": { call: async () => ({ ...id(await requested()), body: {} }) },
  "PUT /businesses/{id}/reject": {
    call: async () => ({ ...id(await requested()), body: { reason } }),
  },
  "GET /businesses/{id}": { call: ({ businessId }) => ({ params: { id: businessId } }) },
  "GET /businesses": {
    list: true,
    call: ({ businessId }) => ({ query: { limit: "100", sort: "createdAt" }, holds: businessId }),
  },
  "POST /businesses": {
    anyone: 202,
    call: () => ({
      body: {
        businessName: `Walk ${fresh()}`,
        contact: person(),
        billing: { address: "1 Main Street, Albany", taxId: "12-3456789" },
        timeZone: "America/New_York",
      },
    }),
  },
  "GET /dashboard": { ownOnly: true, call: () => ({}) },
  "GET /exports/bookings.csv": {
    list: true,
    call: async (scene) => {
      const { number } = await booked(scene);
      return { query: { search: number }, holds: number };
    },
  },
  "GET /health/details": { ownOnly: true, call: () => ({}) },
  "GET /messages": { ownOnly: true, call: () => ({}) },
  "PUT /operators/{id}/deactivate": {
    call: async (scene) => ({ params: { id: (await colleague(scene)).userId }, body: { reason } }),
  },
  "PUT /operators/{id}/reactivate": {
    call: async (scene) => {
      const { userId } = await colleague(scene);
      await api.db.update(users).set({ status: "Deactivated" }).where(eq(users.id, userId));
      return { params: { id: userId }, body: {} };
    },
  },
  "GET /operators/{id}": {
    call: async (scene) => ({ params: { id: (await colleague(scene)).userId } }),
  },
  "PUT /operators/{id}": {
    call: async (scene) => ({
      params: { id: (await colleague(scene)).userId },
      body: { name: "Pat Renamed" },
    }),
  },
  "GET /operators": {
    list: true,
    call: async (scene) => {
      const { userId } = await colleague(scene);
      return { query: { stationId: scene.stationId, limit: "100" }, holds: userId };
    },
  },
  "POST /operators": {
    call: ({ businessId, stationId }) => ({
      body: { ...person(), businessId, stationIds: [stationId] },
    }),
  },
  "PUT /owners/{nic}/deactivate": { call: (scene) => ({ ...nic(scene), body: { reason } }) },
  "PUT /owners/{nic}/reactivate": {
    call: async (scene) => {
      const { userId } = scene.owner;
      await api.db.update(users).set({ status: "Deactivated" }).where(eq(users.id, userId));
      return { ...nic(scene), body: {} };
    },
  },
  "GET /owners/{nic}": { call: nic },
  "PUT /owners/{nic}": { call: (scene) => ({ ...nic(scene), body: { name: "Pat Renamed" } }) },
  "GET /owners": {
    list: true,
    call: ({ owner }) => ({ query: { search: String(owner.ownerNic) }, holds: owner.userId }),
  },
  "POST /owners": {
    anyone: 201,
    call: () => ({
      body: { ...person(), nic: String(199_000_000_000 + (phones += 1)), password },
    }),
  },
  "GET /receipts/{number}": {
    call: async (scene) => ({ params: { number: (await charged(scene)).receiptNumber } }),
  },
  "GET /reports/no-shows": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/revenue": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/starts": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /reports/utilization": { call: ({ stationId }) => ({ query: { stationId } }) },
  "GET /addresses": { ownOnly: true, call: () => ({ query: { q: "1 Quay Street" } }) },
  "GET /search": {
    list: true,
    call: async (scene) => {
      const { id, number } = await booked(scene);
      return { query: { q: String(number) }, holds: id };
    },
  },
  "GET /sessions/{id}/cdr": { call: async (scene) => id(await charged(scene)) },
  "GET /sessions/{id}/photos/{photoId}": { call: withPhoto },
  "POST /sessions/{id}/photos": {
    call: async (scene) => ({ ...id(await charging(scene)), body: form(png) }),
  },
  "GET /sessions/{id}": { call: async (scene) => id(await charging(scene)) },
  "PUT /sessions/{id}": {
    call: async (scene) => ({ ...id(await charging(scene)), body: { notes: "By the walk." } }),
  },
  "GET /sessions/active": {
    list: true,
    call: async (scene) => {
      const { id } = await charging(scene);
      return { query: { stationId: scene.stationId, limit: "100" }, holds: id };
    },
  },
  "POST /sessions/checkin": {
    // Whoever shows a code at the wrong station is told so (product.md, QR).
    outOfReach: 400,
    call: async (scene) => ({ body: { code: await codeToShow(scene) } }),
  },
  "POST /sessions/finalize": {
    call: async (scene) => {
      const { bookingId } = await charging(scene);
      return { body: { bookingId, payment: { mode: "cash" } } };
    },
  },
  "GET /sessions": {
    list: true,
    call: async (scene) => {
      const { id, bookingId } = await charging(scene);
      return { query: { bookingId }, holds: id };
    },
  },
  "GET /settings": { call: ({ businessId }) => ({ query: { businessId } }) },
  "PUT /settings": {
    call: ({ businessId }) => ({
      body: { scope: "Business", businessId, values: { maxDaysAhead: 7 } },
    }),
  },
  "GET /stations/{id}/availability": { anyone: 200, call: station },
  "GET /stations/{id}/conflicts": { call: station },
  "PUT /stations/{id}/connectors/{connectorId}": {
    call: async (scene) => {
      const at = await makeStation(api.db, scene.businessId);
      return {
        params: { id: at.id, connectorId: at.connectorIds[0] ?? "" },
        body: { maxPowerKw: 22 },
      };
    },
  },
  "DELETE /stations/{id}/connectors/{connectorId}": {
    call: async (scene) => {
      const at = await makeStation(api.db, scene.businessId);
      return { params: { id: at.id, connectorId: at.connectorIds[0] ?? "" } };
    },
  },
  "GET /stations/{id}/connectors": { anyone: 200, call: station },
  "POST /stations/{id}/connectors": {
    call: async (scene) => ({ ...(await spare(scene)), body: connector }),
  },
  "PUT /stations/{id}/deactivate": { call: spare },
  "GET /stations/{id}/holds/{holdId}": {
    call: async (scene) => {
      const { id: holdId } = await madeAt(scene, "holds", hold);
      return { params: { id: scene.stationId, holdId } };
    },
  },
  "PUT /stations/{id}/holds/{holdId}": {
    call: async (scene) => {
      const { id: holdId } = await madeAt(scene, "holds", hold);
      return { params: { id: scene.stationId, holdId }, body: { ...hold, reason: "Another." } };
    },
  },
  "DELETE /stations/{id}/holds/{holdId}": {
    call: async (scene) => {
      const { id: holdId } = await madeAt(scene, "holds", hold);
      return { params: { id: scene.stationId, holdId } };
    },
  },
  "GET /stations/{id}/holds": { call: station },
  "POST /stations/{id}/holds/preview": {
    call: async (scene) => ({ ...(await spare(scene)), body: hold }),
  },
  "POST /stations/{id}/holds": { call: async (scene) => ({ ...(await spare(scene)), body: hold }) },
  "GET /stations/{id}": { anyone: 200, call: station },
  "PUT /stations/{id}": {
    call: async (scene) => ({ ...(await spare(scene)), body: { name: "Renamed" } }),
  },
  "POST /stations/{id}/schedule/preview": {
    call: async (scene) => ({ ...(await spare(scene)), body: schedule }),
  },
  "GET /stations/{id}/schedule": { call: station },
  "PUT /stations/{id}/schedule": {
    call: async (scene) => ({ ...(await spare(scene)), body: schedule }),
  },
  "PUT /stations/{id}/status": {
    call: async (scene) => ({ ...(await spare(scene)), body: { status: "Maintenance" } }),
  },
  "PUT /stations/{id}/tariff": {
    call: async (scene) => ({
      ...(await spare(scene)),
      body: { mode: "Flat", currency: "USD", fee: "5.00", taxPercent: 8 },
    }),
  },
  "POST /stations/import": {
    call: ({ businessId }) => ({
      query: { businessId, dryRun: "true" },
      body: csv,
      headers: { "content-type": "text/csv" },
    }),
  },
  "GET /stations/map": { anyone: 200, call: () => ({}) },
  "GET /stations/nearby": {
    anyone: 200,
    call: () => ({ query: { latitude: "42.65", longitude: "-73.75" } }),
  },
  "GET /stations": { anyone: 200, call: () => ({}) },
  "POST /stations": { call: ({ businessId }) => ({ body: { ...newStation, businessId } }) },
  "PUT /users/{id}/block": {
    call: async () => ({
      params: { id: (await makeUser(api.db, "EvOwner")).userId },
      body: { reason },
    }),
  },
  "PUT /users/{id}/deactivate": {
    call: async () => ({
      params: { id: (await makeUser(api.db, "EvOwner")).userId },
      body: { reason },
    }),
  },
  "PUT /users/{id}/reactivate": {
    call: async () => ({
      params: { id: (await makeUser(api.db, "EvOwner", { status: "Deactivated" })).userId },
      body: {},
    }),
  },
  "GET /users": {
    list: true,
    call: ({ owner }) => ({ query: { search: String(owner.email) }, holds: owner.userId }),
  },
};
