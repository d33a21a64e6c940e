import { requested } from "../../authorization/scene";
import { send, on, person, type Steps } from "../step";

export const steps: Steps = {
  "a business asks": {
    change: () => requested(),
    events: ["business.requested"],
    audits: ["Business Request → PendingApproval"],
  },
  "a business is approved": {
    before: () => requested(),
    change: (scene, { id }) =>
      send(scene, "SystemAdmin", "PUT", `businesses/${id}/approve`, {
        adminEmail: person().email,
      }),
    events: ["business.approved", "user.created", "user.invited"],
    audits: ["Business Approve PendingApproval → Active", "User Create → Active"],
  },
  "a business is rejected": {
    before: () => requested(),
    change: on("businesses/{id}/reject").by("SystemAdmin"),
    events: ["business.rejected"],
    audits: ["Business Reject PendingApproval → Rejected"],
  },
};
