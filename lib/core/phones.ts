import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";

/** A phone as people write it: `+94 77 123 4567` for `+94771234567`. What is no phone stays as it is. */
export function phoneInWords(phone: string): string {
  return parsePhoneNumberFromString(phone, { extract: false })?.formatInternational() ?? phone;
}

/**
 * The phone that was typed, as E.164: `+94771234567` for `+94 (0)77 123 4567` anywhere, and for `077 123 4567` or
 * `0094 77 123 4567` in Sri Lanka (ISO 3166-1 alpha-2). Null for what is none, has an extension, which E.164 cannot
 * say, or does not say its country where none is given.
 *
 * A national number must be one that its country gives out, because what is typed for another country may have the
 * right length; an international one must only be possible, because countries open new ranges before we hear of it.
 */
export function readPhone(typed: string, country: string | null): string | null {
  const text = typed.normalize("NFKC");
  const defaultCountry = country && isSupportedCountry(country) ? country : undefined;
  const read = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  if (!read || read.ext) return null;
  const isGiven = /^[\s(]*\+/.test(text) ? read.isPossible() : read.isValid();
  return isGiven ? read.number : null;
}
