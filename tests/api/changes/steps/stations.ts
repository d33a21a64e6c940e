import { eq } from "drizzle-orm";

import { stations } from "@/db/schema/stations";

import * as inputs from "../../authorization/inputs";
import { api, type Scene } from "../../authorization/scene";
import { makeStation } from "../../../support/world";
import { on, send, station, reason, type Steps } from "../step";

/** A station that the change may end. */
const spare = ({ businessId }: Scene) => makeStation(api.db, businessId);

const csvOf = (name: string) => inputs.csv.replace("\n1,Pier,", `\n2,"${name}",`);
const importOf = (scene: Scene, file: string) =>
  send(scene, "Backoffice", "POST", "stations/import", file, { "content-type": "text/csv" });

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
  "a price by energy takes the place of another": {
    change: (scene) =>
      send(scene, "Backoffice", "PUT", `stations/${scene.stationId}`, {
        pricing: { mode: "Energy", perKwh: "0.35", perHour: "2" },
      }),
    events: ["station.changed"],
    audits: ["Station SetTariff"],
  },
  "a station is closed": {
    before: spare,
    change: on("stations/{id}/deactivate").by("Backoffice"),
    events: ["station.status_changed"],
    audits: ["Station Deactivate Active → Inactive"],
  },
  "a file of stations is imported": {
    change: (scene) => importOf(scene, inputs.csv),
    events: ["station.created"],
    audits: ["Station Import → Active"],
  },
  "a file says anew what is known": {
    before: (scene) => importOf(scene, csvOf("Quay")),
    change: (scene) => importOf(scene, csvOf("Quay, renamed")),
    events: ["station.changed"],
    audits: ["Station Import"],
  },
};
