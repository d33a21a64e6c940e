import { longInstant } from "@/lib/core/calendar";
import { defaultLocale, isLocale, sayIn } from "@/lib/words/say";

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
  // In UTC: whom a link is for has told no zone.
  const zone = { timeZone: "UTC", timeZoneName: "short" } as const;
  const until =
    expiresAt === undefined ? "" : longInstant(new Date(expiresAt), { locale: known, ...zone });
  const text = say(`letters.${kind}.text`, { ...said, until } as never);
  return { subject, body: say("letters.frame", { name: values.name ?? "", text }) };
}
