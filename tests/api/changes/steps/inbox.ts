import { makeNotification } from "../../../support/notification";
import { api } from "../../authorization/scene";
import { send, type Steps } from "../step";

const alert = { title: "Work tonight", message: "From two to three." };

export const steps: Steps = {
  "everybody is told": {
    change: (scene) => send(scene, "SystemAdmin", "POST", "notifications", alert),
    events: ["alert.sent"],
    audits: ["Alert Broadcast"],
  },
  "one is told by name": {
    change: (scene) =>
      send(scene, "SystemAdmin", "POST", "notifications/bulk", {
        ...alert,
        userIds: [scene.owner.userId],
      }),
    events: ["inbox.changed"],
    audits: ["Alert Broadcast"],
  },
  "a notification is read": {
    before: (scene) => makeNotification(api.db, scene.owner.userId),
    change: (scene, { id }) => send(scene, "EvOwner", "PATCH", `notifications/${id}/read`),
    events: ["inbox.changed"],
    audits: [],
  },
  "all are read": {
    before: (scene) => makeNotification(api.db, scene.owner.userId),
    change: (scene) => send(scene, "EvOwner", "PUT", "notifications/read-all"),
    events: ["inbox.changed"],
    audits: [],
  },
  "a notification is deleted": {
    before: (scene) => makeNotification(api.db, scene.owner.userId),
    change: (scene, { id }) => send(scene, "EvOwner", "DELETE", `notifications/${id}`),
    events: ["inbox.changed"],
    audits: [],
  },
  "all are deleted": {
    before: (scene) => makeNotification(api.db, scene.owner.userId),
    change: (scene) => send(scene, "EvOwner", "DELETE", "notifications"),
    events: ["inbox.changed"],
    audits: [],
  },
};
