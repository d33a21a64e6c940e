import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/permissions";
import { requestContext } from "@/lib/process/context";
import { endOutage, setOutage } from "@/lib/sites/stations/inside";

import { makeStation } from "../../../support/world";
import * as inputs from "../../authorization/inputs";
import { pictured } from "../../authorization/rows/stations";
import { api, endsAt, type Scene, startsAt } from "../../authorization/scene";
import { type Made, send, type Steps } from "../step";

/** A station of the step's own, and its first connector. */
async function stationOfItsOwn({ businessId }: Scene): Promise<Made> {
  const { id, connectorIds } = await makeStation(api.db, businessId);
  return { id, connectorId: connectorIds[0] };
}

type Deed<T> = (ctx: Context, station: Parameters<typeof setOutage>[1]) => Promise<T>;
/** What machines will say of a station once there are some, through the step that they will call. */
const said = async <T>({ office, businessId }: Scene, stationId: string, deed: Deed<T>) =>
  inTransaction(await requestContext(office), (ctx) =>
    deed(ctx, authorize(ctx, "connector.manage", { businessId, stationId }, "station.not_found")),
  );
const outageAt = (scene: Scene, { id, connectorId }: Made) =>
  said(scene, id, (ctx, station) =>
    setOutage(ctx, station, {
      connectorId,
      startsAt,
      untilAt: endsAt,
      source: "Fault",
      reason: "The cable is cut.",
    }),
  );

export const steps: Steps = {
  "a connector is added": {
    before: stationOfItsOwn,
    change: (scene, { id }) =>
      send(scene, "Backoffice", "POST", `stations/${id}/connectors`, inputs.connector),
    events: ["station.changed"],
    audits: ["Station AddConnector"],
  },
  "a connector changes": {
    before: stationOfItsOwn,
    change: (scene, { id, connectorId }) =>
      send(scene, "Backoffice", "PUT", `stations/${id}/connectors/${connectorId}`, {
        status: "OutOfOrder",
        maxPowerKw: 22,
      }),
    events: ["station.changed"],
    audits: ["Station UpdateConnector"],
  },
  "a connector is taken away": {
    before: stationOfItsOwn,
    change: (scene, { id, connectorId }) =>
      send(scene, "Backoffice", "DELETE", `stations/${id}/connectors/${connectorId}`),
    events: ["station.changed"],
    audits: ["Station UpdateConnector"],
  },
  "a connector fails": {
    before: stationOfItsOwn,
    change: outageAt,
    events: ["station.changed"],
    audits: ["Station SetOutage"],
  },
  "a connector works again": {
    before: async (scene) => {
      const at = await stationOfItsOwn(scene);
      return { ...at, outage: await outageAt(scene, at) };
    },
    change: (scene, { id, outage }) =>
      said(scene, id, (ctx, station) => endOutage(ctx, station, outage)),
    events: ["station.changed"],
    audits: ["Station EndOutage"],
  },
  "a picture is added": {
    before: stationOfItsOwn,
    change: (scene, { id }) =>
      send(scene, "Backoffice", "POST", `stations/${id}/images`, inputs.form(inputs.png)),
    events: ["station.changed"],
    audits: ["Station SetImages"],
  },
  "a picture is described": {
    before: async (scene) => (await pictured(scene)).params,
    change: (scene, { id, imageId }) =>
      send(scene, "Backoffice", "PUT", `stations/${id}/images/${imageId}`, { alt: "The door" }),
    events: ["station.changed"],
    audits: ["Station SetImages"],
  },
  "a picture is taken off": {
    before: async (scene) => (await pictured(scene)).params,
    change: (scene, { id, imageId }) =>
      send(scene, "Backoffice", "DELETE", `stations/${id}/images/${imageId}`),
    events: ["station.changed"],
    audits: ["Station SetImages"],
  },
};
