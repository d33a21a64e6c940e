import { longInstant } from "@/lib/core/calendar";
import { defaultLocale, isLocale, sayIn } from "@/lib/words/say";

import type { MessageRow } from "./store/messages";

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
  // In UTC where nobody knows a zone of theirs.
  const { expiresAt, effectiveAt, timeZone = "UTC", replaces = "no", ...said } = values;
  const when = (instant: string | undefined) =>
    instant === undefined
      ? ""
      : longInstant(new Date(instant), { locale: known, timeZone, timeZoneName: "short" });
  const until = when(expiresAt);
  const from = when(effectiveAt);
  const text = say(`letters.${kind}.text`, { ...said, replaces, until, from } as never);
  return { subject, body: say("letters.frame", { name: values.name ?? "", text }) };
}
