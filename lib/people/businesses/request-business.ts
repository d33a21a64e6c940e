import { recordAudit } from "@/lib/records/audit/inside";
import { keepPhone } from "@/lib/people/accounts/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { openTo } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import type { BusinessRequested, RequestBusiness } from "./schema";
import { insertBusiness } from "./store";

/** Takes a business's request from the public form, to be decided by a SystemAdmin (000-15 to 000-17). */
export async function requestBusiness(
  ctx: Context,
  input: RequestBusiness,
): Promise<BusinessRequested> {
  openTo(ctx, "business.request");
  return inTransaction(ctx, async (ctx) => {
    const id = newId();
    const status = "PendingApproval";
    await insertBusiness(ctx, {
      id,
      status,
      name: input.businessName,
      contactName: input.contact.name,
      contactEmail: input.contact.email,
      contactPhone: await keepPhone(ctx, {
        typed: input.contact.phone,
        field: "contact.phone",
      }),
      billingAddress: input.billing?.address ?? null,
      taxId: input.billing?.taxId ?? null,
      timeZone: input.timeZone,
      createdAt: ctx.clock.now(),
    });
    await recordAudit(ctx, {
      entity: "Business",
      entityId: id,
      action: "Request",
      to: status,
      businessId: id,
    });
    await publishEvent(ctx, {
      type: "business.requested",
      payload: { businessId: id },
      businessId: id,
    });
    return { id, status };
  });
}
