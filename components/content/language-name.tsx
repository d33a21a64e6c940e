import { isLocale, languages } from "../i18n/locales";

/** A language as it calls itself; by its code where the site no longer has it. */
export function LanguageName({ locale }: { locale: string }) {
  return <span lang={locale}>{isLocale(locale) ? languages[locale].name : locale}</span>;
}
