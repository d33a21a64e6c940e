import { recordAudit } from "@/lib/records/audit/inside";
import { completeBooking } from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { toMinor } from "@/lib/core/money";
import { asHolder, authorize } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import { needsMeter, priceCharge } from "@/lib/money/tariffs/inside";

import { issueReceipt, takeReceiptNumber } from "./issue-receipt";
import { getAgain } from "./read-session";
import { billedMinutes, wattHoursOf } from "./rules";
import type { FinalizeSession, SessionView } from "./schema";
import {
  changeActiveSession,
  findSessionOfBooking,
  lockFinalizing,
  type SessionRow,
} from "./store/sessions";
import { viewSession } from "./view";

/**
 * Ends a session now: charges by the tariff that the booking agreed, energy as metered or by time, the booking
 * Completed, a receipt issued (product.md, Session; 000-98 to 000-106). The computed total counts; `payment.amount`
 * is what was received. Pauses are billed as time: the connector is taken. Finalizing again, also at the same
 * time, answers the first result.
 * Throws `session.meter_required` where the tariff has no price without one, `session.not_found`, `session.ended` for an aborted one, `booking.status`, or `request.invalid` at
 * `payment.amount` when it has more places than the currency.
 */
export async function finalizeSession(ctx: Context, input: FinalizeSession): Promise<SessionView> {
  return inTransaction(ctx, async (ctx) => {
    await lockFinalizing(ctx, input.bookingId.toLowerCase());
    const found = await findSessionOfBooking(ctx, input.bookingId);
    if (!found) throw fail("session.not_found");
    const session = authorize(ctx, "session.finalize", found, "session.not_found");
    const { stationId, businessId, ownerId } = session;
    if (session.status === "Completed") return viewSession(session, ctx.clock.now());
    if (session.status === "Aborted") throw fail("session.ended");
    const result = resultOf(ctx, session, input);
    await completeBooking(ctx, session.bookingId);
    const number = await takeReceiptNumber(ctx, businessId);
    const changed = await changeActiveSession(ctx, session.id, {
      ...result,
      receiptNumber: number,
    });
    if (!changed) throw fail("session.ended");
    const final = await getAgain(ctx, session);
    await issueReceipt(ctx, final, number);
    await recordAudit(ctx, {
      entity: "Session",
      entityId: session.id,
      action: "Finalize",
      from: "Active",
      to: "Completed",
      changes: {
        energyWh: result.energyWh,
        totalMinor: result.totalMinor,
        paidMinor: result.paidMinor,
        receiptNumber: number,
      },
      businessId,
      stationId,
      ownerId,
    });
    await publishEvent(ctx, {
      type: "session.completed",
      payload: {
        sessionId: session.id,
        bookingId: session.bookingId,
        ownerId,
        receiptNumber: number,
      },
      businessId,
      stationId,
    });
    return viewSession(final, ctx.clock.now());
  });
}

/** What the session becomes. */
function resultOf(ctx: Context, session: SessionRow, input: FinalizeSession) {
  const now = ctx.clock.now();
  const endedAt = now > session.startedAt ? now : session.startedAt;
  const metered = input.kWh !== undefined;
  if (!metered && needsMeter(session.tariff)) throw failField("session.meter_required", "kWh");
  const { energyWh, ...charge } = priceCharge(session.tariff, {
    minutes: billedMinutes(session.startedAt, endedAt),
    energyWh: input.kWh === undefined ? null : wattHoursOf(input.kWh),
  });
  return {
    ...charge,
    status: "Completed" as const,
    endedAt,
    pausedAt: null,
    metered,
    energyWh: metered ? energyWh : null,
    notes: input.notes ?? session.notes,
    finalizedBy: asHolder(ctx, "session.finalize").actor.userId,
    ...paymentOf(input.payment, session.currency, charge.totalMinor),
  };
}

function paymentOf(payment: FinalizeSession["payment"], currency: string, totalMinor: number) {
  if (!payment) return { paymentMode: null, paidMinor: null };
  const paidMinor = payment.amount === undefined ? totalMinor : toMinor(payment.amount, currency);
  if (paidMinor === null) throw failField("request.invalid", "payment.amount");
  return { paymentMode: payment.mode, paidMinor };
}
