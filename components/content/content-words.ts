import { useFormatter, useLocale } from "next-intl";

/** What days and languages of texts are called. */
export function useContentWords() {
  const format = useFormatter();
  const languages = new Intl.DisplayNames([useLocale()], { type: "language" });
  return {
    /** The day of an instant, by UTC: a version comes into force for everybody at once. */
    dayOf: (instant: string) =>
      format.dateTime(new Date(instant), { dateStyle: "long", timeZone: "UTC" }),
    languageOf: (locale: string) => languages.of(locale) ?? locale,
  };
}
