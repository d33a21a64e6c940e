import { form, png } from "../../authorization/inputs";
import { aCar, car, photographed } from "../../authorization/rows/profile";
import { send, type Steps } from "../step";

export const steps: Steps = {
  "a driver adds a car": {
    change: (scene) => send(scene, "EvOwner", "POST", "profile/vehicles", car),
    events: ["vehicle.added"],
    audits: ["Vehicle Create"],
  },
  "a driver changes a car": {
    before: aCar,
    change: (scene, { id }) =>
      send(scene, "EvOwner", "PUT", `profile/vehicles/${id}`, { plate: "WP CBB-3345" }),
    events: ["vehicle.changed"],
    audits: ["Vehicle Update"],
  },
  "a driver gives a car its photo": {
    before: aCar,
    change: (scene, { id }) =>
      send(scene, "EvOwner", "PUT", `profile/vehicles/${id}/photo`, form(png)),
    events: ["vehicle.changed"],
    audits: ["Vehicle Update"],
  },
  "a driver takes a car's photo away": {
    before: async (scene) => (await photographed(scene)).params,
    change: (scene, { id }) => send(scene, "EvOwner", "DELETE", `profile/vehicles/${id}/photo`),
    events: ["vehicle.changed"],
    audits: ["Vehicle Update"],
  },
  "a driver chooses another default": {
    before: async (scene) => {
      await aCar(scene);
      return aCar(scene, "WP CBB-3346");
    },
    change: (scene, { id }) =>
      send(scene, "EvOwner", "PATCH", `profile/vehicles/${id}/set-default`),
    events: ["vehicle.changed"],
    audits: ["Vehicle SetDefault"],
  },
  "a driver removes the default": {
    before: async (scene) => {
      const first = await aCar(scene);
      await aCar(scene, "WP CBB-3346");
      return first;
    },
    change: (scene, { id }) => send(scene, "EvOwner", "DELETE", `profile/vehicles/${id}`),
    events: ["vehicle.removed", "vehicle.changed"],
    audits: ["Vehicle Remove", "Vehicle SetDefault"],
  },
};
