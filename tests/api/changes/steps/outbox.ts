import { parkedEvent } from "../../../support/parked-event";
import { api } from "../../authorization/scene";
import { send, type Steps } from "../step";

const subscriber = "notifications";

export const steps: Steps = {
  "a parked delivery is tried again": {
    before: async () => ({ id: await parkedEvent(api.db, { subscriber }) }),
    change: (scene, { id }) =>
      send(scene, "SystemAdmin", "POST", `deliveries/${id}/retry`, { subscriber }),
    events: [],
    audits: ["Event Retry Parked → Waiting"],
  },
};
