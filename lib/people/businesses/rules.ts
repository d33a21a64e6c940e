import { dayMs } from "@/lib/core/durations";
import { fail } from "@/lib/core/errors";
import { machineFor } from "@/lib/core/machines";

import { businessStatus, type BusinessStatus } from "./schema";

/** What the machine asks of a business. */
interface BusinessState {
  readonly id: string;
  readonly status: BusinessStatus;
}

// prettier-ignore
/** The one table of a business's states (product.md, Business); nothing else changes its status. */
export const businessMachine = machineFor<BusinessState>()({
  entity: "Business",
  statuses: businessStatus.options,
  about: ({ id }) => ({ businessId: id }),
  hidden: "business.not_found",
  unexplained: "request.invalid",
  refuse: ({ status }) => fail("business.decided", { status }),
  actions: {
    approve: [
      { by: "business.decide", from: ["PendingApproval"], to: "Active", audit: "Approve", event: "business.approved" },
    ],
    reject: [
      { by: "business.decide", from: ["PendingApproval"], to: "Rejected", audit: "Reject", event: "business.rejected", reason: "required" },
    ],
  },
});

/** Requests that may wait at once: anybody can send them, and people have to read them (docs/decisions/limits.md). */
export const mostRequests = 500;
const requestDays = 90;
const hourSeconds = 3600;

/** From when on a request counts: what nobody has answered for 90 days takes no room from others. */
export const requestsCountFrom = (now: Date) => new Date(now.getTime() - requestDays * dayMs);

/** Throws `business.requests_full` where so many wait that another would be read by nobody. */
export function assertRoomForRequest(waiting: number): void {
  if (waiting >= mostRequests) throw fail("business.requests_full", { seconds: hourSeconds });
}
