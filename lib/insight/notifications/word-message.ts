import { defaultLocale, isLocale, sayIn, type Locale } from "@/lib/words/say";

import type { MessageRow } from "./store";

/**
 * A message in the words of its language, greeting and signature included. What was sent has its values wiped, and so
 * no text; a subject names none.
 */
export function wordMessage({
  kind,
  locale,
  values,
}: Pick<MessageRow, "kind" | "locale" | "values">): {
  subject: string | null;
  body: string | null;
} {
  const known = isLocale(locale) ? locale : defaultLocale;
  const say = sayIn(known);
  const isWiped = Object.keys(values).length === 0;
  if (kind === "AsWritten") {
    return { subject: values.subject ?? null, body: isWiped ? null : (values.body ?? "") };
  }
  const subject = say(`letters.${kind}.subject`);
  if (isWiped) return { subject, body: null };
  const { expiresAt, ...said } = values;
  const until = expiresAt === undefined ? "" : untilWords(new Date(expiresAt), known);
  const text = say(`letters.${kind}.text`, { ...said, until } as never);
  return { subject, body: say("letters.frame", { name: values.name ?? "", text }) };
}

/** Until when a link works, in UTC: whom it is for has told no zone. */
function untilWords(instant: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
    timeZoneName: "short",
  }).format(instant);
}
