import type { waitingEndpoints } from "@/app/api/v1/waiting/endpoints";

import { fullStation } from "../../../support/full-station";
import { id } from "../inputs";
import type { RowsOf } from "../rows";
import { api, endsAt, startsAt, type Scene } from "../scene";

/** The scene's owner stands in line. */
export async function inLine({ businessId, owner }: Scene) {
  const stationId = await fullStation(api.db, businessId, startsAt);
  const path = `/api/v1/stations/${stationId}/waiting`;
  const { status, body } = await api.call("POST", path, { as: owner, body: { startsAt, endsAt } });
  if (status >= 400) throw new Error(JSON.stringify(body));
  return body.data as { id: string; stationId: string };
}

export const rows: RowsOf<typeof waitingEndpoints> = {
  "GET /waiting": {
    list: true,
    call: async (scene) => ({ holds: (await inLine(scene)).id }),
  },
  "DELETE /waiting/{id}": { call: async (scene) => id(await inLine(scene)) },
};
