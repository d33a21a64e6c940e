import type { stationsEndpoints } from "@/app/api/v1/stations/endpoints";

import { fullStation } from "../../../support/full-station";
import { makeStation } from "../../../support/world";
import { connector, csv, form, hold, newStation, png, schedule, spare, station } from "../inputs";
import type { RowsOf } from "../rows";
import { api, endsAt, madeAt, type Scene, startsAt } from "../scene";

/** A station of the scene's business with a picture. */
export async function pictured(scene: Scene) {
  const { id } = await makeStation(api.db, scene.businessId);
  const path = `/api/v1/stations/${id}/images`;
  const { body } = await api.call("POST", path, { as: scene.office, body: form(png) });
  return { params: { id, imageId: body.data.images[0].id as string } };
}

export const rows: RowsOf<typeof stationsEndpoints> = {
  "PUT /stations/{id}/favourite": { ownOnly: true, call: station },
  "DELETE /stations/{id}/favourite": { ownOnly: true, call: station },
  "POST /stations/{id}/waiting": {
    ownOnly: true,
    call: async ({ businessId }) => ({
      params: { id: await fullStation(api.db, businessId, startsAt) },
      body: { startsAt, endsAt },
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
  "POST /stations/{id}/images": {
    call: async (scene) => ({ ...(await spare(scene)), body: form(png) }),
  },
  "GET /stations/{id}/images/{imageId}": { anyone: 200, call: pictured },
  "PUT /stations/{id}/images/{imageId}": {
    call: async (scene) => ({ ...(await pictured(scene)), body: { alt: "The entrance" } }),
  },
  "DELETE /stations/{id}/images/{imageId}": { call: pictured },
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
  "GET /stations/{id}/reviews": { anyone: 200, call: station },
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
};
