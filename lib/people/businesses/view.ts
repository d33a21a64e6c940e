import type { Context } from "@/lib/core/context";
import { offersOn } from "@/lib/core/machines";

import { businessMachine } from "./rules";
import type { BusinessView } from "./schema";
import type { BusinessRow } from "./store";

/** The business as the API shows it to the actor. */
export function viewBusiness(ctx: Context, row: BusinessRow): BusinessView {
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
    ...offersOn(ctx, businessMachine, row),
  };
}
