import { colleague } from "../../authorization/scene";
import { send, statusOf, owner, type Made, person, type Steps } from "../step";

export const steps: Steps = {
  "an owner registers": {
    change: (scene) =>
      send(scene, undefined, "POST", "owners", {
        ...person(),
        nic: String(300_000_000_000 + Math.floor(Math.random() * 99_999_999_999)),
        password: "correct horse 42 battery",
      }),
    events: ["owner.registered"],
    audits: ["User Create → Active"],
  },
  "an owner closes the account": {
    change: owner("deactivate")("EvOwner"),
    events: ["user.deactivated"],
    audits: ["User Deactivate Active → Deactivated"],
  },
  "an owner is taken back": {
    before: async (scene) => owner("deactivate")("Backoffice")(scene) as Promise<Made>,
    change: owner("reactivate")("Backoffice"),
    events: ["user.reactivated"],
    audits: ["User Reactivate Deactivated → Active"],
  },
  "an operator is closed": {
    before: async (scene) => ({ id: (await colleague(scene)).userId }),
    change: statusOf("operators", "deactivate").by("Backoffice"),
    events: ["user.deactivated"],
    audits: ["User Deactivate Active → Deactivated"],
  },
  "a user is blocked": {
    before: async (scene) => ({ id: (await colleague(scene)).userId }),
    change: statusOf("users", "block").by("SystemAdmin"),
    events: ["user.blocked"],
    audits: ["User Block Active → Blocked"],
  },
  "a blocked user is let in": {
    before: async (scene) => {
      const made = { id: (await colleague(scene)).userId };
      await statusOf("users", "block").by("SystemAdmin")(scene, made);
      return made;
    },
    change: statusOf("users", "reactivate").by("SystemAdmin"),
    events: ["user.reactivated"],
    audits: ["User Reactivate Blocked → Active"],
  },
  "an operator is hired": {
    change: (scene) =>
      send(scene, "Backoffice", "POST", "operators", {
        ...person(),
        stationIds: [scene.stationId],
      }),
    events: ["user.created", "user.invited"],
    audits: ["User AssignStations", "User Create → Active"],
  },
  "an owner chooses a language": {
    change: (scene) => send(scene, "EvOwner", "PUT", "profile/preferences", { language: "en-XA" }),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "an owner's name changes": {
    change: (scene) =>
      send(scene, "EvOwner", "PUT", `owners/${scene.owner.ownerNic}`, { name: "Another" }),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "a password is forgotten": {
    change: (scene) =>
      send(scene, undefined, "POST", "auth/forgot-password", { username: scene.owner.email }),
    events: ["user.password_reset_requested"],
    audits: [],
  },
};
