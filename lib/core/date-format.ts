import { remember } from "./remember";

const formats = remember((key) => {
  const [locale, options] = JSON.parse(key) as [string, Intl.DateTimeFormatOptions];
  return new Intl.DateTimeFormat(locale, options);
});

/** How a language writes instants, made once: to make a format takes longer than all that is written with it. */
export const dateFormat = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => formats(JSON.stringify([locale, options]));
