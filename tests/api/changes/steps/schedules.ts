import * as inputs from "../../authorization/inputs";
import { approved } from "../../authorization/scene";
import { send, station, type Steps } from "../step";

export const steps: Steps = {
  "a hold is added": {
    change: (scene) => send(scene, "Backoffice", "POST", station("holds")(scene), inputs.hold),
    events: ["schedule.changed"],
    audits: ["Station AddHold"],
  },
  "a schedule leaves a booking without its place": {
    before: approved,
    change: (scene) =>
      send(scene, "Backoffice", "PUT", station("schedule")(scene), {
        ...inputs.schedule,
        weekly: Object.fromEntries(Object.keys(inputs.schedule.weekly).map((day) => [day, []])),
      }),
    events: ["booking.conflict", "schedule.changed"],
    audits: ["Booking Conflict", "Station SetSchedule"],
  },
};
