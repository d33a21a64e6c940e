import { attachReceipt } from "@/lib/charging/sessions/inside";
import type { Context } from "@/lib/core/context";

import { composeCalendar } from "./compose-calendar";
import { composeDigest, composeLetter, localeOf, textOfLetter } from "./compose-letter";
import { findReceiver } from "./find-receiver";
import { isEssential, pushOf, RingsNoMore, type Attachment, type Outgoing } from "./rules";
import { ReportMail } from "./schema";
import type { Known } from "./store/known";
import type { MessageRow } from "./store/messages";
import { wordMessage } from "./word-message";

/** A message as it leaves the house, worded now; of several, which wait for one recipient's digest, one of all. */
export async function composeMessage(
  ctx: Context,
  claimed: readonly MessageRow[],
  known: Known,
): Promise<Outgoing> {
  const [first] = claimed;
  if (!first) throw new Error("There is no message to compose.");
  const { id, recipient, locale, channel } = first;
  if (channel === "Email" && first.kind !== "AsWritten") {
    const letter = claimed.length > 1 ? composeDigest(claimed) : composeLetter(first);
    return {
      id,
      recipient,
      locale,
      subject: letter.subject,
      body: textOfLetter(letter, true),
      html: await ctx.ports.renderLetter(letter),
      url: letter.button?.url ?? null,
      headers: headersOf(first),
      ...(claimed.length === 1 && (await extrasOf(ctx, first, known))),
    };
  }
  const { subject, body, url } = wordMessage(first);
  return {
    id,
    recipient,
    locale,
    subject,
    body: body ?? "",
    url,
    ...(channel === "Email" && { headers: headersOf(first) }),
    ...pushOf(first, ctx.clock.now()),
    ...(await findReceiver(ctx, first)),
  };
}

/**
 * What comes with an email: of a booking whose time is meant the calendar's event, of a session that is over its
 * receipt, of a report its file. Throws
 * `RingsNoMore` where its reader may not have the report any more.
 */
async function extrasOf(
  ctx: Context,
  message: MessageRow,
  known: Known,
): Promise<Pick<Outgoing, "attachments">> {
  if (message.kind === "WeeklyReport") {
    const told = ReportMail.parse(JSON.parse(message.values.report ?? ""));
    const file = await ctx.ports.attachReport(ctx, told);
    if (!file) throw new RingsNoMore();
    return { attachments: [file] };
  }
  const file = (await composeReceipt(ctx, message)) ?? composeCalendar(known, message);
  return file ? { attachments: [file] } : {};
}

/** The receipt that the letter speaks of, as a PDF. */
async function composeReceipt(ctx: Context, message: MessageRow): Promise<Attachment | null> {
  const { kind, values, userId } = message;
  const { receiptNumber: number } = values;
  if (kind !== "SessionCompleted" || number === undefined) return null;
  return attachReceipt(ctx, { number, userId, locale: localeOf(message) });
}

/**
 * One click ends what is not essential (RFC 8058). Mail that machines write says so, lest another machine answers it
 * (RFC 3834).
 */
function headersOf({ kind, values }: MessageRow): Record<string, string> {
  const automatic = { "Auto-Submitted": "auto-generated" };
  const { baseUrl, unsubscribeKey: key, topic } = values;
  if (isEssential(kind) || !baseUrl || !key || !topic) return automatic;
  const query = new URLSearchParams({ key, topic });
  return {
    ...automatic,
    "List-Unsubscribe": `<${baseUrl}/api/v1/unsubscribe?${query}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
