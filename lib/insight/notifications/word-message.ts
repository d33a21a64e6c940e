import { longInstant } from "@/lib/core/calendar";
import { pathOf, wordNotice } from "@/lib/insight/inbox/inside";
import { noticeKind } from "@/lib/insight/inbox/schema";
import { role } from "@/lib/people/accounts/schema";
import { defaultLocale, isLocale, sayIn } from "@/lib/words/say";

import type { MessageRow } from "./store/messages";

type Wordable = Pick<MessageRow, "kind" | "locale" | "values"> &
  Partial<Pick<MessageRow, "channel">>;

/** What a message says, and the page that it leads to. */
export interface Worded {
  readonly subject: string | null;
  readonly body: string | null;
  readonly url: string | null;
}

/**
 * A message in the words of its language, an email with greeting, link and signature. What was sent has its values
 * wiped, and so no text; a letter's subject names none.
 */
export function wordMessage({ kind, locale, values, channel = "Email" }: Wordable): Worded {
  const known = isLocale(locale) ? locale : defaultLocale;
  const say = sayIn(known);
  const isWiped = Object.keys(values).length === 0;
  if (kind === "AsWritten") {
    const { subject = null, body = "" } = values;
    return { subject, body: isWiped ? null : body, url: null };
  }
  const notice = noticeKind.safeParse(kind);
  if (notice.success) {
    if (isWiped) return { subject: null, body: null, url: null };
    const { title, text } = wordNotice({ kind: notice.data, values }, known);
    const url = urlOf(notice.data, values);
    if (channel === "Sms") return { subject: null, body: say("letters.sms", { title, text }), url };
    if (channel !== "Email") return { subject: title, body: text, url };
    const linked = url ? say("letters.linked", { text, url }) : text;
    return {
      subject: title,
      body: say("letters.frame", { name: values.name ?? "", text: linked }),
      url,
    };
  }
  const subject = say(`letters.${kind}.subject` as "letters.Invitation.subject");
  if (isWiped) return { subject, body: null, url: null };
  // In UTC where nobody knows a zone of theirs.
  const { expiresAt, effectiveAt, timeZone = "UTC", replaces = "no", ...said } = values;
  const when = (instant: string | undefined) =>
    instant === undefined
      ? ""
      : longInstant(new Date(instant), { locale: known, timeZone, timeZoneName: "short" });
  const until = when(expiresAt);
  const from = when(effectiveAt);
  const all = { ...said, replaces, until, from } as never;
  const text = say(`letters.${kind}.text` as "letters.Invitation.text", all);
  const { name = "", link = null } = values;
  return { subject, body: say("letters.frame", { name, text }), url: link };
}

/** What waited for one recipient's digest, as one email. */
export function wordDigest(rows: readonly Wordable[]): Worded {
  const [first] = rows;
  const locale = first && isLocale(first.locale) ? first.locale : defaultLocale;
  const say = sayIn(locale);
  const parts = rows.map((row) => {
    const { subject, body, url } = wordMessage({ ...row, channel: "WebPush", locale });
    const text = [subject, body].filter(Boolean).join("\n");
    return url ? say("letters.linked", { text, url }) : text;
  });
  const name = first?.values.name ?? "";
  return {
    subject: say("letters.digest", { count: rows.length }),
    body: say("letters.frame", { name, text: parts.join("\n\n") }),
    url: null,
  };
}

function urlOf(kind: Parameters<typeof pathOf>[1], values: MessageRow["values"]): string | null {
  const { baseUrl = "", bookingId = null } = values;
  const reader = role.safeParse(values.role);
  if (!reader.success) return null;
  const path = pathOf(reader.data, kind, { bookingId, sessionId: null, stationId: null });
  return path === null ? null : `${baseUrl}${path}`;
}
