import { send, type Steps } from "../step";

export const steps: Steps = {
  "settings are set": {
    change: (scene) =>
      send(scene, "Backoffice", "PUT", "settings", {
        stationId: scene.stationId,
        values: { leadMinutes: 1 + Math.floor(Math.random() * 30) },
      }),
    events: ["setting.changed"],
    audits: ["Setting Set → Station"],
  },
};
