import { eq } from "drizzle-orm";

import type { bookingsEndpoints } from "@/app/api/v1/bookings/endpoints";
import { bookings } from "@/db/schema/bookings";

import { form, id, png, reason } from "../inputs";
import type { RowsOf } from "../rows";
import { api, approved, booked, charged, endsAt, startsAt, type Scene } from "../scene";

/** What is known of the visit, to be reviewed. */
const visit = async (scene: Scene) => ({ params: { id: (await charged(scene)).bookingId } });

export const rows: RowsOf<typeof bookingsEndpoints> = {
  "PUT /bookings/{id}/late": {
    call: async (scene) => {
      const { id } = await approved(scene);
      api.clock.set(startsAt);
      return { params: { id } };
    },
  },
  "PUT /bookings/{id}/approve": { call: async (scene) => id(await booked(scene)) },
  "GET /bookings/{id}/calendar.ics": { call: async (scene) => id(await approved(scene)) },
  "PUT /bookings/{id}/cancel": {
    call: async (scene) => ({ ...id(await booked(scene)), body: { reason } }),
  },
  "GET /bookings/{id}/wallet/apple": { call: async (scene) => id(await approved(scene)) },
  "GET /bookings/{id}/wallet/google": { call: async (scene) => id(await approved(scene)) },
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
  "GET /bookings/{id}/review": { call: visit },
  "POST /bookings/{id}/review": {
    call: async (scene) => ({ ...(await visit(scene)), body: { score: 5 } }),
  },
  "POST /bookings/{id}/review/photos": {
    call: async (scene) => ({ ...(await visit(scene)), body: form(png) }),
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
};
