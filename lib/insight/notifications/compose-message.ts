import type { Context } from "@/lib/core/context";
import { noticeKind } from "@/lib/insight/inbox/schema";

import { composeCalendar } from "./compose-calendar";
import { findReceiver } from "./find-receiver";
import type { Outgoing } from "./rules";
import type { MessageRow } from "./store/messages";
import { wordDigest, wordMessage } from "./word-message";

/** A message as it leaves the house, worded now; of several, which wait for one recipient's digest, one of all. */
export async function composeMessage(
  ctx: Context,
  claimed: readonly MessageRow[],
): Promise<Outgoing> {
  const [first] = claimed;
  if (!first) throw new Error("There is no message to compose.");
  const { id, recipient, locale, channel } = first;
  const worded = claimed.length > 1 ? wordDigest(claimed) : wordMessage(first);
  const { subject, body, url } = worded;
  return {
    id,
    recipient,
    locale,
    subject,
    body: body ?? "",
    url,
    ...(channel === "Email" && claimed.length === 1 && (await extrasOf(ctx, first))),
    ...(channel === "Email" && { headers: headersOf(first) }),
    ...(await findReceiver(ctx, first)),
  };
}

/** What comes with an email of a booking whose time is meant: the calendar's event. */
async function extrasOf(ctx: Context, message: MessageRow): Promise<Pick<Outgoing, "attachments">> {
  const calendar = await composeCalendar(ctx, message);
  return calendar ? { attachments: [calendar] } : {};
}

/**
 * One click ends what is not essential (RFC 8058). Mail that machines write says so, lest another machine answers it
 * (RFC 3834).
 */
function headersOf({ kind, values }: MessageRow): Record<string, string> {
  const automatic = { "Auto-Submitted": "auto-generated" };
  const { baseUrl, unsubscribeKey: key, topic } = values;
  if (!noticeKind.safeParse(kind).success || !baseUrl || !key || !topic) return automatic;
  const query = new URLSearchParams({ key, topic });
  return {
    ...automatic,
    "List-Unsubscribe": `<${baseUrl}/api/v1/unsubscribe?${query}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
