import { eq } from "drizzle-orm";

import { stations } from "@/db/schema/stations";

import * as inputs from "../../authorization/inputs";
import { api } from "../../authorization/scene";
import { send, station, reason, type Steps } from "../step";

export const steps: Steps = {
  "a station is made": {
    change: (scene) => send(scene, "Backoffice", "POST", "stations", inputs.newStation),
    events: ["station.created"],
    audits: ["Station Create → Active"],
  },
  "a station goes into maintenance": {
    change: async (scene) => {
      const path = station("status")(scene);
      const status = { status: "Maintenance", reason };
      return send(scene, "Backoffice", "PUT", path, status);
    },
    events: ["station.status_changed"],
    audits: ["Station SetStatus Active → Maintenance"],
  },
  "a station is Active again": {
    before: async ({ stationId }) => {
      await api.db
        .update(stations)
        .set({ status: "Maintenance" })
        .where(eq(stations.id, stationId));
      return {};
    },
    change: async (scene) => {
      const path = station("status")(scene);
      return send(scene, "Backoffice", "PUT", path, { status: "Active", reason });
    },
    events: ["station.status_changed"],
    audits: ["Station SetStatus Maintenance → Active"],
  },
  "a station's name changes": {
    change: (scene) =>
      send(scene, "Backoffice", "PUT", `stations/${scene.stationId}`, {
        name: `Pier ${crypto.randomUUID().slice(0, 8)}`,
      }),
    events: ["station.changed"],
    audits: ["Station Update"],
  },
  "a price is set": {
    change: (scene) =>
      send(scene, "Backoffice", "PUT", station("tariff")(scene), {
        mode: "Flat",
        fee: String(1 + Math.floor(Math.random() * 1_000)),
      }),
    events: ["station.changed"],
    audits: ["Station SetTariff"],
  },
};
