import type { Context } from "@/lib/core/context";
import type { Locale } from "@/lib/words/say";

import { readerOf } from "./describe-receipt";
import { IssuedReceipt } from "./schema";
import { findReceipt } from "./store/receipts";

/**
 * The receipt as a PDF to go with its owner's mail, in their language; null where there is none of that number, or it is
 * somebody else's.
 */
export async function attachReceipt(
  ctx: Context,
  { number, userId, locale }: { number: string; userId: string | null; locale: Locale },
) {
  const row = await findReceipt(ctx, number);
  if (!row || row.ownerId === null || row.ownerId !== userId) return null;
  const receipt = IssuedReceipt.parse(row.content);
  // Only a worker sends mail, and fonts and paper are loaded by the first receipt.
  const { drawReceipt } = await import("./draw-receipt");
  return {
    filename: `${receipt.number}.pdf`,
    contentType: "application/pdf",
    content: await drawReceipt(receipt, readerOf(locale)),
  };
}
