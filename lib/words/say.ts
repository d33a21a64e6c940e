import { createTranslator } from "next-intl";

import { defaultLocale, type Locale } from "@/components/i18n/locales";
import { catalogues } from "@/components/i18n/messages";
import type { messages as english } from "@/components/i18n/messages/en";
import { over } from "@/components/i18n/together";

export {
  isLocale,
  languages,
  localeCookie,
  offeredLocales,
  type Locale,
} from "@/components/i18n/locales";
export { defaultLocale };

type Catalogue = typeof english;

/** What a language says, as a page takes it; English where it has no words of its own. */
export function catalogueOf(locale: Locale): Catalogue {
  let known = complete.get(locale);
  if (!known) {
    known = over(catalogues[defaultLocale], catalogues[locale]) as Catalogue;
    complete.set(locale, known);
  }
  return known;
}
const complete = new Map<Locale, Catalogue>();

const translatorOf = (locale: Locale) =>
  createTranslator<Catalogue>({ locale, messages: catalogueOf(locale) });

/**
 * Says a message of any catalogue by its whole key, such as `receipts.issued`, with its values. Dates and numbers among
 * them are said as the language does.
 */
export type Say = ReturnType<typeof translatorOf>;

const sayers = new Map<Locale, Say>();

/** Words for people outside of pages: refusals, receipts, messages (architecture.md, Words for people). */
export function sayIn(locale: Locale): Say {
  let say = sayers.get(locale);
  if (!say) {
    say = translatorOf(locale);
    sayers.set(locale, say);
  }
  return say;
}
