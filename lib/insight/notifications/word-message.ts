import { wordNotice } from "@/lib/insight/inbox/inside";
import { noticeKind } from "@/lib/insight/inbox/schema";
import { sayIn } from "@/lib/words/say";

import { clockOf, composeLetter, localeOf, textOfLetter, type Wordable } from "./compose-letter";
import type { MessageRow } from "./store/messages";

/** What a message says, and the page that it leads to. */
export interface Worded {
  readonly subject: string | null;
  readonly body: string | null;
  readonly url: string | null;
}

/**
 * A message in the words of its language, an email with greeting, facts, link and signature, but without its foot. What
 * was sent has its values wiped, and so no text; a letter's subject names none.
 */
export function wordMessage(message: Wordable & Partial<Pick<MessageRow, "channel">>): Worded {
  const { kind, values, channel = "Email" } = message;
  const isWiped = Object.keys(values).length === 0;
  if (kind === "AsWritten") {
    const { subject = null, body = "" } = values;
    return { subject, body: isWiped ? null : body, url: null };
  }
  const notice = noticeKind.safeParse(kind);
  const say = sayIn(localeOf(message));
  if (isWiped) {
    const subject = notice.success
      ? null
      : say(`letters.${kind}.subject` as "letters.Invitation.subject");
    return { subject, body: null, url: null };
  }
  const letter = composeLetter(message);
  const url = letter.button?.url ?? null;
  if (!notice.success || channel === "Email") {
    return { subject: letter.subject, body: textOfLetter(letter), url };
  }
  const { title, text } = wordNotice({ kind: notice.data, values }, localeOf(message), {
    hourCycle: clockOf(message),
  });
  if (channel === "Sms") return { subject: null, body: say("letters.sms", { title, text }), url };
  return { subject: title, body: text, url };
}
