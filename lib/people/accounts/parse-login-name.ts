import { nicFormats, type NicCountry } from "@/lib/core/identity-numbers";
import { readPhone } from "@/lib/core/phones";
import { signsOf, tidyPlain } from "@/lib/core/text";

/** Which column a user name is looked up in. The three can never be taken for one another. */
export type LoginName =
  | { readonly email: string }
  /** `formerly` as it was kept before a library read phones, with the 0 of `+94 (0)77 123 4567` in it. */
  | { readonly phone: string; readonly formerly: string }
  | { readonly nic: string };

/**
 * Reads what was typed as a user name: an email address, an identity number, or a phone, of the country where it does
 * not say its own.
 */
export function parseLoginName(username: string, country: string | null = null): LoginName {
  const text = tidyPlain(username);
  if (text.includes("@")) return { email: text.toLowerCase() };
  const phone = isNic(text) ? null : readPhone(text, country);
  if (phone === null && !text.startsWith("+")) return { nic: normalizeNic(text) };
  const formerly = text.replace(/[\s().-]/g, "");
  return { phone: phone ?? formerly, formerly };
}

/** An identity number in its one spelling, by its signs alone: none of the known forms has a blank or a dash. */
export const normalizeNic = signsOf;

/** Whether the text, once normalized, is an identity number of the country, or of any that is known. */
export function isNic(text: string, country?: NicCountry): boolean {
  const formats = country ? [nicFormats[country]] : Object.values(nicFormats);
  return formats.some(({ pattern }) => pattern.test(normalizeNic(text)));
}
