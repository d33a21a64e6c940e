import type { Context } from "@/lib/core/context";
import { calendarDay } from "@/lib/core/calendar";

import { receiptNumber } from "./rules";
import { getIssuer, insertReceipt, nextSerial } from "./store/receipts";
import type { SessionRow } from "./store/sessions";
import { viewReceipt } from "./view";

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
  const { businessId, stationId, ownerId } = session;
  const { name, address, taxId } = await getIssuer(ctx, businessId);
  const endedAt = session.endedAt ?? issuedAt;
  const business = { name, address, taxId };
  const content = viewReceipt(session, { number, issuedAt, endedAt, business });
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
