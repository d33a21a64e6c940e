import { atStation, completeBooking, madeOffline } from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { decide } from "@/lib/core/machines";
import { moneyView } from "@/lib/core/money";
import { asHolder, authorize } from "@/lib/core/permissions";

import { chargeSession } from "./charge-session";
import { endSession } from "./end-session";
import { issueReceipt, takeReceiptNumber } from "./issue-receipt";
import { judgeAct } from "./judge-act";
import { sessionMachine } from "./rules";
import type { FinalizeSession, SessionView } from "./schema";
import { findPhotoIds } from "./store/photos";
import {
  findSessionOfBooking,
  lockFinalizing,
  lockSessionRow,
  type SessionRow,
} from "./store/sessions";
import { viewSession } from "./view";

/**
 * Ends a session, now or when a phone without network did: charges by the tariff that the booking agreed, energy as metered or by time, the booking
 * Completed, a receipt issued (product.md, Session; 000-98 to 000-106). The computed total counts; `payment.amount`
 * is what was received. Pauses are billed as time: the connector is taken. Finalizing again, also at the same
 * time, answers the first result. With `minutes`, it charged so long from its start on.
 * A phone whose check-in was refused says with `scannedAt` which one it followed: what was meant for that car ends no
 * session that somebody else began.
 * Throws what `judgeAct` and `chargeSession` throw, `photo.not_found` at a photo that was not sent, `session.not_found`,
 * `session.begun_otherwise`, `session.ended` for an aborted one, or `booking.status`.
 */
export async function finalizeSession(ctx: Context, input: FinalizeSession): Promise<SessionView> {
  return inTransaction(ctx, async (ctx) => {
    await lockFinalizing(ctx, input.bookingId.toLowerCase());
    const found = await findSessionOfBooking(ctx, input.bookingId);
    if (!found) throw fail("session.not_found");
    const session = authorize(ctx, "session.finalize", found, "session.not_found");
    assertBegunBy(session, input.scannedAt);
    if (session.status === "Completed") return viewSession(ctx, session);
    decide(ctx, sessionMachine, session, "finalize");
    await assertSent(ctx, session, input.photos ?? []);
    // The booking is always locked before its session.
    await completeBooking(ctx, session.bookingId);
    const locked = await lockSessionRow(ctx, session.id);
    if (!locked) throw fail("session.not_found");
    const result = {
      ...chargeSession(locked, await judgeAct(ctx, locked, "End", input.at), input),
      notes: input.notes ?? locked.notes,
      finalizedBy: asHolder(ctx, "session.finalize").actor.userId,
    };
    const receiptNumber = await takeReceiptNumber(ctx, session.businessId);
    const { energyWh, totalMinor, paidMinor } = result;
    const money = (amountMinor: number) => moneyView(amountMinor, session.currency);
    const final = await endSession(ctx, session, {
      action: "finalize",
      set: { ...result, receiptNumber },
      changes: {
        energyWh,
        total: money(totalMinor),
        paid: paidMinor === null ? null : money(paidMinor),
        receiptNumber,
        ...madeOffline(ctx, input.at),
      },
      payload: ({ thing: { id: sessionId, bookingId, ownerId } }) => ({
        sessionId,
        bookingId,
        ownerId,
        receiptNumber,
      }),
    });
    await issueReceipt(ctx, final, receiptNumber);
    return viewSession(ctx, final);
  });
}

/** The session is that of the check-in, where one is named. Throws `session.begun_otherwise`. */
function assertBegunBy({ startedAt, timeZone }: SessionRow, scannedAt: Date | undefined): void {
  if (scannedAt === undefined || scannedAt.getTime() === startedAt.getTime()) return;
  throw fail("session.begun_otherwise", { startedAt, ...atStation(timeZone) });
}

/** The photos that are named are there already. Throws `photo.not_found` at the field for another. */
async function assertSent(
  ctx: Context,
  session: SessionRow,
  photos: readonly string[],
): Promise<void> {
  const sent = await findPhotoIds(ctx, session.id);
  const isSent = (photo: string) => sent.includes(photo.split("/").at(-1)?.toLowerCase() ?? "");
  if (!photos.every(isSent)) throw failField("photo.not_found", "photos");
}
