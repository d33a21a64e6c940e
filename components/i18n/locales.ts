import type { TypefaceName } from "@/lib/core/documents/typeface";

/** One language: that it is here is all that another one takes, beside its folder of messages. */
export interface Language {
  /** In itself, for who looks for theirs. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /** What draws its letters, beside the Latin ones of names and addresses. */
  readonly font: TypefaceName;
  /** Its digits, as Unicode calls them; Intl writes these by itself. */
  readonly digits: string;
  /** Who of its speakers has read it; null where it is not yet reviewed. */
  readonly reviewedBy: string | null;
  /** English with marks, made by a script, which shows in tests what is not from a catalogue. Nobody else is offered it. */
  readonly isTest?: true;
}

/** Every language of the product by its BCP 47 code, the first of them being that of the law, and what the others fall back to. */
export const languages = {
  en: {
    name: "English",
    direction: "ltr",
    font: "latin",
    digits: "latn",
    reviewedBy: "its authors",
  },
  "en-XA": {
    name: "[Éñĝļîšĥ]",
    direction: "ltr",
    font: "latin",
    digits: "latn",
    reviewedBy: null,
    isTest: true,
  },
} as const satisfies Readonly<Record<string, Language>>;

export type Locale = keyof typeof languages;

/** Where a browser keeps the language that its reader chose. */
export const localeCookie = "locale";

export const defaultLocale: Locale = "en";

/** The languages that a reader may choose; the test's own where it is said to be one. */
export function offeredLocales({ inTest }: { readonly inTest: boolean }): readonly Locale[] {
  const all = Object.entries<Language>(languages) as [Locale, Language][];
  return all.filter(([, { isTest }]) => inTest || !isTest).map(([code]) => code);
}

/** Whether a code is that of a language that we have. */
export function isLocale(code: string): code is Locale {
  return Object.hasOwn(languages, code);
}
