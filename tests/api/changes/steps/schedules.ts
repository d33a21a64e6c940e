import * as inputs from "../../authorization/inputs";
import { approved, madeAt, type Scene } from "../../authorization/scene";
import { send, station, type Steps } from "../step";

const held = (scene: Scene) => madeAt(scene, "holds", inputs.hold);
const weekly = (windows: readonly object[]) => ({
  ...inputs.schedule,
  weekly: Object.fromEntries(Object.keys(inputs.schedule.weekly).map((day) => [day, windows])),
});
const nothing = weekly([]);
const allDay = weekly([{ start: "00:00", end: "24:00" }]);

export const steps: Steps = {
  "a hold is added": {
    change: (scene) => send(scene, "Backoffice", "POST", station("holds")(scene), inputs.hold),
    events: ["schedule.changed"],
    audits: ["Station AddHold"],
  },
  "a schedule leaves a booking without its place": {
    before: approved,
    change: (scene) => send(scene, "Backoffice", "PUT", station("schedule")(scene), nothing),
    events: ["booking.conflict", "schedule.changed"],
    audits: ["Booking Conflict", "Station SetSchedule"],
  },
  "a hold changes": {
    before: held,
    change: (scene, { id }) =>
      send(scene, "Backoffice", "PUT", station(`holds/${id}`)(scene), {
        ...inputs.hold,
        reason: "Another cable.",
      }),
    events: ["schedule.changed"],
    audits: ["Station UpdateHold"],
  },
  "a hold is lifted": {
    before: held,
    change: (scene, { id }) => send(scene, "Backoffice", "DELETE", station(`holds/${id}`)(scene)),
    events: ["schedule.changed"],
    audits: ["Station RemoveHold"],
  },
  "a schedule gives a booking its place back": {
    before: async (scene) => {
      await approved(scene);
      await send(scene, "Backoffice", "PUT", station("schedule")(scene), nothing);
      return {};
    },
    change: (scene) => send(scene, "Backoffice", "PUT", station("schedule")(scene), allDay),
    events: ["booking.conflict_settled", "schedule.changed"],
    audits: ["Booking ConflictSettled", "Station SetSchedule"],
  },
};
