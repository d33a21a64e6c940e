import { createTranslator } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";

import type { FieldError } from "@/lib/core/errors";

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly errors: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * What a language's file may say instead of the rules' own English, under `rules`: `refusals` by code, with the
 * refusal's details as values, and `fields`, what is wrong with a field, by the English words as `fieldKey` has
 * them. What it leaves out is said in English. (Settings' helps are theirs to say too: `rules.settings`.)
 */
interface RuleWords {
  readonly rules?: { readonly refusals?: object; readonly fields?: object };
}

/** `Use 15 to 240 minutes.` → `use-15-to-240-minutes`, because a dot parts the keys of a file. */
export const fieldKey = (english: string) =>
  english
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** A refusal in the words of the reader's language. */
export async function translateRefusal<R extends Refusal>(refusal: R): Promise<R> {
  const messages = (await getMessages()) as RuleWords;
  return messages.rules ? translate(refusal, await getLocale(), messages) : refusal;
}

/** A refusal in the words of these messages, as far as they have any. */
export function translate<R extends Refusal>(refusal: R, locale: string, messages: RuleWords): R {
  const t = createTranslator({
    locale: locale as "en",
    messages: messages as Record<string, never>,
  });
  const say = (key: string, english: string) => {
    const known = `rules.${key}` as never;
    return t.has(known) ? t(known, valuesOf(refusal.details) as never) : english;
  };
  const sayField = (english: string) =>
    english === refusal.message
      ? say(`refusals.${refusal.code}`, english)
      : say(`fields.${fieldKey(english)}`, english);
  return {
    ...refusal,
    message: say(`refusals.${refusal.code}`, refusal.message),
    errors: refusal.errors.map(({ field, message }) => ({ field, message: sayField(message) })),
  };
}

/** Details as ICU messages take them: lists are said one after the other. */
function valuesOf(details: Refusal["details"] = {}): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === "number" ? value : Array.isArray(value) ? value.join(", ") : String(value),
    ]),
  );
}
