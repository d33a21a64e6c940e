import type { BusinessStatus } from "./schema";

/** The one state that a decision starts from, and where it leads (product.md, Business). */
export const decisions = {
  approve: { from: "PendingApproval", to: "Active" },
  reject: { from: "PendingApproval", to: "Rejected" },
} as const satisfies Record<string, { from: BusinessStatus; to: BusinessStatus }>;
