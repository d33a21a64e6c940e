import type { operatorEndpoints } from "@/app/api/v1/operator/endpoints";

import type { RowsOf } from "../rows";
import { hours } from "../../../support/test-clock";
import { id } from "../inputs";
import { api, charging, codeToShow, startsAt, type Scene } from "../scene";

/** An act without network that was refused: a car let in long before its window. */
export async function refusedOffline(scene: Scene): Promise<{ id: string }> {
  const code = await codeToShow(scene);
  const scannedAt = new Date(startsAt.getTime() - hours(1));
  const as = scene.operator;
  const body = { code, scannedAt };
  const refused = await api.call("POST", "/api/v1/sessions/checkin", { as, body });
  if (refused.body.code !== "qr.too_early") throw new Error(JSON.stringify(refused.body));
  const kept = await api.call("GET", "/api/v1/operator/exceptions?limit=1", { as });
  return kept.body.data[0];
}

export const rows: RowsOf<typeof operatorEndpoints> = {
  "GET /operator/exceptions": {
    list: true,
    call: async (scene) => {
      const { id } = await refusedOffline(scene);
      return { query: { stationId: scene.stationId, limit: "100" }, holds: id };
    },
  },
  "PUT /operator/exceptions/{id}/settle": {
    call: async (scene) => ({ ...id(await refusedOffline(scene)), body: { note: "They paid." } }),
  },
  "GET /operator/queue": {
    list: true,
    call: async (scene) => {
      const { id } = await charging(scene);
      return { query: { stationId: scene.stationId }, holds: id };
    },
  },
};
