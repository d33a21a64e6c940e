import type { Context } from "@/lib/core/context";
import { moneyView } from "@/lib/core/money";
import { calendarDay } from "@/lib/core/calendar";

import { billedMinutes, receiptLines, receiptNumber, settle } from "./rules";
import type { ReceiptView } from "./schema";
import { getIssuer, insertReceipt, nextSerial } from "./store/receipts";
import type { SessionRow } from "./store/sessions";

/** The next receipt number of the business in this year of its time zone, without gaps. */
export async function takeReceiptNumber(ctx: Context, businessId: string): Promise<string> {
  const { timeZone } = await getIssuer(ctx, businessId);
  const year = Number(calendarDay(ctx.clock.now(), timeZone).slice(0, 4));
  return receiptNumber(businessId, year, await nextSerial(ctx, businessId, year));
}

/** Stores the receipt of a finalized session as it is now; later changes of names or prices do not touch it. */
export async function issueReceipt(
  ctx: Context,
  session: SessionRow,
  number: string,
): Promise<void> {
  const issuedAt = ctx.clock.now();
  const { businessId, stationId, ownerId, currency } = session;
  const { name, address, taxId } = await getIssuer(ctx, businessId);
  const endedAt = session.endedAt ?? issuedAt;
  const content: ReceiptView = {
    number,
    issuedAt: issuedAt.toISOString(),
    sessionId: session.id,
    bookingNumber: session.bookingNumber,
    business: { name, address, taxId },
    owner: { name: session.ownerName, vehiclePlate: session.vehiclePlate },
    station: {
      name: session.stationName,
      address: session.stationAddress,
      timeZone: session.timeZone,
    },
    connectorNumber: session.connectorNumber,
    startedAt: session.startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    minutes: Math.round(billedMinutes(session.startedAt, endedAt) * 100) / 100,
    kWh: session.energyWh === null ? null : session.energyWh / 1_000,
    lines: receiptLines(session),
    subtotal: moneyView(session.subtotalMinor ?? 0, currency),
    taxPercent: session.tariff.taxMilliPercent / 1_000,
    tax: moneyView(session.taxMinor ?? 0, currency),
    total: moneyView(session.totalMinor ?? 0, currency),
    payment: paymentOf(session),
  };
  await insertReceipt(ctx, {
    number,
    sessionId: session.id,
    businessId,
    stationId,
    ownerId,
    issuedAt,
    content,
  });
}

function paymentOf(session: SessionRow): ReceiptView["payment"] {
  const paid = session.paidMinor ?? 0;
  const { dueMinor, changeMinor } = settle(session.totalMinor ?? 0, paid);
  return {
    mode: session.paymentMode,
    amount: moneyView(paid, session.currency),
    due: moneyView(dueMinor, session.currency),
    change: moneyView(changeMinor, session.currency),
  };
}
