import { eq, getTableColumns, sql } from "drizzle-orm";

import { businesses } from "@/db/schema/businesses";
import { receiptCounters, receipts, sessions } from "@/db/schema/sessions";
import type { Context } from "@/lib/core/context";

export type ReceiptRow = typeof receipts.$inferSelect & { readonly bookingId: string };

/** The next number of the business and year; its row stays locked, so that a roll-back leaves no gap. */
export async function nextSerial(ctx: Context, businessId: string, year: number): Promise<number> {
  const [row] = await ctx.db
    .insert(receiptCounters)
    .values({ businessId, year, last: 1 })
    .onConflictDoUpdate({
      target: [receiptCounters.businessId, receiptCounters.year],
      set: { last: sql`${receiptCounters.last} + 1` },
    })
    .returning({ last: receiptCounters.last });
  if (!row) throw new Error("The receipt counter gave no number.");
  return row.last;
}

export async function insertReceipt(
  ctx: Context,
  row: typeof receipts.$inferInsert,
): Promise<void> {
  await ctx.db.insert(receipts).values(row);
}

export async function findReceipt(ctx: Context, number: string): Promise<ReceiptRow | null> {
  const [row] = await ctx.db
    .select({ ...getTableColumns(receipts), bookingId: sessions.bookingId })
    .from(receipts)
    .innerJoin(sessions, eq(sessions.id, receipts.sessionId))
    .where(eq(receipts.number, number));
  return row ?? null;
}

/** The issuer of a receipt. */
export async function getIssuer(ctx: Context, businessId: string) {
  const [row] = await ctx.db
    .select({
      name: businesses.name,
      address: businesses.billingAddress,
      taxId: businesses.taxId,
      timeZone: businesses.timeZone,
    })
    .from(businesses)
    .where(eq(businesses.id, businessId));
  if (!row) throw new Error(`No business ${businessId}.`);
  return row;
}
