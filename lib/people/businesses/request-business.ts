import { recordAudit } from "@/lib/records/audit/inside";
import { keepPhone } from "@/lib/people/accounts/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { openTo } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { assertRoomForRequest, requestsCountFrom } from "./rules";
import type { BusinessRequested, RequestBusiness } from "./schema";
import { countRequests, findRequest, insertBusiness, lockRequests } from "./store";

const status = "PendingApproval";

/**
 * Takes a business's request from the public form, to be decided by a SystemAdmin (000-15 to 000-17). The same request
 * again, while it waits, is the first one. Throws `business.requested` for another one of that name and email, of which
 * only one could be approved, and `business.requests_full`.
 */
export async function requestBusiness(
  ctx: Context,
  input: RequestBusiness,
): Promise<BusinessRequested> {
  openTo(ctx, "business.request");
  return inTransaction(ctx, async (ctx) => {
    await lockRequests(ctx);
    const row = await rowOf(ctx, input);
    const waiting = await findRequest(ctx, row);
    if (waiting) {
      if (!isSame(waiting, row)) throw fail("business.requested");
      return { id: waiting.id, status };
    }
    assertRoomForRequest(await countRequests(ctx, requestsCountFrom(ctx.clock.now())));
    const id = newId();
    await insertBusiness(ctx, { id, status, ...row, createdAt: ctx.clock.now() });
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

async function rowOf(ctx: Context, { businessName, contact, billing, timeZone }: RequestBusiness) {
  return {
    name: businessName,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: await keepPhone(ctx, { typed: contact.phone, field: "contact.phone" }),
    billingAddress: billing?.address ?? null,
    taxId: billing?.taxId ?? null,
    timeZone,
  };
}

type Asked = Awaited<ReturnType<typeof rowOf>>;

const isSame = (one: Asked, other: Asked) =>
  (Object.keys(other) as (keyof Asked)[]).every((name) => one[name] === other[name]);
