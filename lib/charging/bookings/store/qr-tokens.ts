import { and, desc, eq, inArray, isNull } from "drizzle-orm";

import { qrTokens } from "@/db/schema/bookings";
import { compiled, wholeRow, type ValueOf } from "@/lib/core/compiled";
import { constraintOf } from "@/lib/core/constraint-of";
import { BeginAnew, untilCommit, type Context } from "@/lib/core/context";

export type QrRow = typeof qrTokens.$inferSelect;

/** The code in force for the booking; null when none was issued, or it was revoked. */
export async function findLiveQr(ctx: Context, bookingId: string): Promise<QrRow | null> {
  const [row] = await ctx.db
    .select()
    .from(qrTokens)
    .where(and(eq(qrTokens.bookingId, bookingId), isNull(qrTokens.revokedAt)));
  return row ?? null;
}

/** The codes in force for the bookings. */
export async function findLiveQrs(
  ctx: Context,
  bookingIds: readonly string[],
): Promise<readonly QrRow[]> {
  if (bookingIds.length === 0) return [];
  return ctx.db
    .select()
    .from(qrTokens)
    .where(and(inArray(qrTokens.bookingId, [...bookingIds]), isNull(qrTokens.revokedAt)));
}

/** The code last issued for the booking, revoked or not. */
export async function findLastQr(ctx: Context, bookingId: string): Promise<QrRow | null> {
  const [row] = await lastOf(ctx, { bookingId });
  return row ?? null;
}

const lastOf = compiled(({ db }, value: ValueOf<Pick<QrRow, "bookingId">>) =>
  db
    .select()
    .from(qrTokens)
    .where(eq(qrTokens.bookingId, value("bookingId")))
    .orderBy(desc(qrTokens.issuedAt))
    .limit(1),
);

export async function findQrByCode(ctx: Context, code: string): Promise<QrRow | null> {
  const [row] = await byCode(ctx, { code });
  return row ?? null;
}

const byCode = compiled(({ db }, value: ValueOf<Pick<QrRow, "code">>) =>
  db
    .select()
    .from(qrTokens)
    .where(eq(qrTokens.code, value("code"))),
);

/** The code that was issued for the booking at that instant. */
export async function findQrIssuedAt(
  ctx: Context,
  bookingId: string,
  issuedAt: Date,
): Promise<QrRow | null> {
  const [row] = await byInstant(ctx, { bookingId, issuedAt });
  return row ?? null;
}

const byInstant = compiled(({ db }, value: ValueOf<Pick<QrRow, "bookingId" | "issuedAt">>) => {
  const { bookingId, issuedAt } = qrTokens;
  return db
    .select()
    .from(qrTokens)
    .where(and(eq(bookingId, value("bookingId")), eq(issuedAt, value("issuedAt"))));
});

/** Inserts the code; the commit begins the transaction anew where its 8 characters are taken. */
export async function insertQr(ctx: Context, row: QrRow): Promise<void> {
  const sent = insertOne(ctx, row).catch((error: unknown) => {
    throw constraintOf(error) === "qr_tokens_code_key" ? new BeginAnew([]) : error;
  });
  await untilCommit(ctx, sent);
}

const insertOne = compiled<QrRow, unknown>(({ db }, value) =>
  db.insert(qrTokens).values(wholeRow(qrTokens, value)),
);

/** Stops the code in force, if there is one. */
export async function revokeQr(ctx: Context, bookingId: string, at: Date): Promise<void> {
  await ctx.db
    .update(qrTokens)
    .set({ revokedAt: at })
    .where(and(eq(qrTokens.bookingId, bookingId), isNull(qrTokens.revokedAt)));
}

/** Marks the code as used; false when it is already, or was revoked. */
export async function consumeQr(ctx: Context, id: string, at: Date): Promise<boolean> {
  const rows = await ctx.db
    .update(qrTokens)
    .set({ consumedAt: at })
    .where(and(eq(qrTokens.id, id), isNull(qrTokens.consumedAt), isNull(qrTokens.revokedAt)))
    .returning({ id: qrTokens.id });
  return rows.length > 0;
}
