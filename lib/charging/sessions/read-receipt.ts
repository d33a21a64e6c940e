import { userOf } from "@/lib/core/actor";
import { areaOfRole } from "@/lib/core/areas";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { authorize } from "@/lib/core/permissions";

import { composeReceipt, receiptPolicy } from "./compose-receipt";
import { drawReceipt } from "./draw-receipt";
import { lineWords, readerOf } from "./describe-receipt";
import { readReceiptNumber } from "./rules";
import { IssuedReceipt, type ReceiptView } from "./schema";
import { findReceipt, type ReceiptRow } from "./store/receipts";

/** A receipt drawn as a document. */
export interface ReceiptDocument {
  readonly content: Uint8Array | string;
  readonly contentType: string;
  readonly filename: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A receipt as it was issued, its lines in the reader's language. Throws `receipt.not_found`. */
export async function readReceipt(
  ctx: Context,
  input: { readonly number: string },
): Promise<ReceiptView> {
  const { receipt } = await getIssued(ctx, input.number);
  const reader = readerOf(ctx.locale);
  const lines = receipt.lines.map((line) => ({ ...line, text: lineWords(line, reader) }));
  return { ...receipt, lines };
}

/** The owner's own, or of the staff's reach. Throws `receipt.not_found`. */
async function getIssued(
  ctx: Context,
  number: string,
): Promise<{ row: ReceiptRow; receipt: IssuedReceipt }> {
  const written = readReceiptNumber(number);
  const row = written && (await findReceipt(ctx, written));
  if (!row) throw fail("receipt.not_found");
  authorize(ctx, "receipt.read", { ...row, userId: row.ownerId }, "receipt.not_found");
  return { row, receipt: IssuedReceipt.parse(row.content) };
}

/** The receipt as a page of its own, to read or to print. Throws `receipt.not_found`. */
export async function readReceiptPage(
  ctx: Context,
  input: { readonly number: string },
): Promise<ReceiptDocument> {
  const { row, receipt } = await getIssued(ctx, input.number);
  const { baseUrl } = ctx.config;
  return {
    content: composeReceipt(receipt, readerOf(ctx.locale), {
      pdf: `${baseUrl}/api/v1/receipts/${receipt.number}.pdf`,
      back: `${baseUrl}${pageBehind(ctx, row.bookingId)}`,
    }),
    contentType: "text/html; charset=utf-8",
    filename: `${receipt.number}.html`,
    headers: { "content-security-policy": receiptPolicy },
  };
}

/** Where its reader comes from: the booking or the session, which staff have a page for, else their first page. */
function pageBehind(ctx: Context, bookingId: string): string {
  const user = userOf(ctx);
  if (!user) return "/";
  const area = areaOfRole(user.role);
  if (area === "operator") return `/operator/session?booking=${bookingId}`;
  const isStaff = area === "admin" || area === "backoffice";
  return isStaff ? `/${area}/bookings/${bookingId}` : `/${area}`;
}

/** The receipt as a PDF of one page. Throws `receipt.not_found`. */
export async function readReceiptPdf(
  ctx: Context,
  input: { readonly number: string },
): Promise<ReceiptDocument> {
  const { receipt } = await getIssued(ctx, input.number);
  return {
    content: await drawReceipt(receipt, readerOf(ctx.locale)),
    contentType: "application/pdf",
    filename: `${receipt.number}.pdf`,
    headers: {},
  };
}
