import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder, authorize } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";

import type { OfflineException, SettleException } from "./schema";
import { findRefusal, settleRefusal } from "./store/refusals";
import { viewRefusal } from "./view";

/**
 * Says that an act without network which was refused has been dealt with, and how, once. It changes nothing else: what
 * is to be done, whoever settles it does by the usual ways. Throws `exception.not_found` or `exception.settled`.
 */
export async function settleException(
  ctx: Context,
  { id, note }: { readonly id: string } & SettleException,
): Promise<OfflineException> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findRefusal(ctx, id);
    if (!found) throw fail("exception.not_found");
    const { businessId, stationId, bookingId } = found.refusal;
    authorize(ctx, "exception.settle", { businessId, stationId }, "exception.not_found");
    const { actor } = asHolder(ctx, "exception.settle");
    const settled = {
      settledAt: ctx.clock.now(),
      settledBy: actor.userId,
      note: note || null,
    };
    if (!(await settleRefusal(ctx, id, settled))) throw fail("exception.settled");
    await recordAudit(ctx, {
      entity: "OfflineAct",
      entityId: id,
      action: "Settle",
      ...(note && { changes: { note } }),
      businessId,
      stationId,
      ownerId: found.ownerId,
    });
    await publishEvent(ctx, {
      type: "exception.settled",
      payload: { exceptionId: id, bookingId },
      businessId,
      stationId,
    });
    const { settledBy: _id, ...set } = settled;
    return viewRefusal(ctx, {
      ...found,
      refusal: { ...found.refusal, ...set },
      settledBy: actor.name,
    });
  });
}
