import type { sessionsEndpoints } from "@/app/api/v1/sessions/endpoints";

import { form, id, png } from "../inputs";
import type { RowsOf } from "../rows";
import { api, charged, charging, codeToShow, startsAt, type Scene } from "../scene";

async function withPhoto(scene: Scene) {
  const session = await charging(scene);
  const path = `/api/v1/sessions/${session.id}/photos`;
  const made = await api.call("POST", path, {
    as: scene.operator,
    body: form(png),
  });
  return { params: { id: session.id, photoId: made.body.data.id as string } };
}

export const rows: RowsOf<typeof sessionsEndpoints> = {
  "GET /sessions/{id}/cdr": { call: async (scene) => id(await charged(scene)) },
  "GET /sessions/{id}/photos/{photoId}": { call: withPhoto },
  "POST /sessions/{id}/photos": {
    call: async (scene) => ({ ...id(await charging(scene)), body: form(png) }),
  },
  "POST /sessions/{id}/preview": {
    call: async (scene) => ({ ...id(await charging(scene)), body: { kWh: 1 } }),
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
  "POST /sessions/walk-in": {
    call: async ({ stationId }) => {
      api.clock.set(startsAt);
      return { body: { stationId, plate: `WP ${crypto.randomUUID().slice(0, 12)}` } };
    },
  },
  "GET /sessions": {
    list: true,
    call: async (scene) => {
      const { id, bookingId } = await charging(scene);
      return { query: { bookingId }, holds: id };
    },
  },
};
