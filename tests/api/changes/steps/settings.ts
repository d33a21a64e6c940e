import { send, type Steps } from "../step";
import type { Scene } from "../../authorization/scene";

const overriding = ({ stationId }: Scene, leadMinutes: number | null) => ({
  stationId,
  values: { leadMinutes },
});

export const steps: Steps = {
  "settings are set": {
    change: (scene) =>
      send(
        scene,
        "Backoffice",
        "PUT",
        "settings",
        overriding(scene, 1 + Math.floor(Math.random() * 30)),
      ),
    events: ["setting.changed"],
    audits: ["Setting Set → Station"],
  },
  "an override is taken back": {
    before: (scene) => send(scene, "Backoffice", "PUT", "settings", overriding(scene, 31)),
    change: (scene) => send(scene, "Backoffice", "PUT", "settings", overriding(scene, null)),
    events: ["setting.changed"],
    audits: ["Setting Set → Station"],
  },
  "a platform's setting is set": {
    change: (scene) =>
      send(scene, "SystemAdmin", "PUT", "settings", {
        values: { maxDaysAhead: 8 },
      }),
    events: ["setting.changed"],
    audits: ["Setting Set → Platform"],
  },
};
