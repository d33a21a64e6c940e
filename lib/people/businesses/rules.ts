import type { BusinessStatus, BusinessView } from "./schema";
import type { BusinessRow } from "./store";

/** The one state that a decision starts from, and where it leads (product.md, Business). */
export const decisions = {
  approve: { from: "PendingApproval", to: "Active" },
  reject: { from: "PendingApproval", to: "Rejected" },
} as const satisfies Record<string, { from: BusinessStatus; to: BusinessStatus }>;

export function viewBusiness(row: BusinessRow): BusinessView {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    contact: { name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
    billing: { address: row.billingAddress, taxId: row.taxId },
    timeZone: row.timeZone,
    rejectionReason: row.rejectionReason,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
