import type { BusinessView } from "./schema";
import type { BusinessRow } from "./store";

/** The business as the API shows it. */
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
