import { hours } from "../../../support/test-clock";
import { refusedOffline } from "../../authorization/rows/operator";
import { api, codeToShow, startsAt } from "../../authorization/scene";
import { on, type Steps } from "../step";

export const steps: Steps = {
  "an act without network is refused": {
    before: async (scene) => ({ code: await codeToShow(scene) }),
    change: (scene, { code }) =>
      api.call("POST", "/api/v1/sessions/checkin", {
        as: scene.operator,
        body: { code, scannedAt: new Date(startsAt.getTime() - hours(1)) },
      }),
    events: ["exception.kept"],
    audits: ["OfflineAct Refuse"],
  },
  "a refused act is settled": {
    before: refusedOffline,
    change: on("operator/exceptions/{id}/settle", { note: "They came back." }).by("Operator"),
    events: ["exception.settled"],
    audits: ["OfflineAct Settle"],
  },
};
