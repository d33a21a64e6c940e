import { z } from "zod";

import { fault } from "../fault";
import { tidyPlain } from "../text";
import { lineOfText, plainLine } from "./text";

export const personName = lineOfText(120);
export const emailAddress = z
  .string()
  .overwrite(tidyPlain)
  .toLowerCase()
  .max(254, { abort: true })
  .regex(z.regexes.email, fault("email"));
/**
 * A phone as it is typed, with its country (`+94 77 123 4567`) or as at home (`077 123 4567`): whoever knows the
 * country makes E.164 of it (`keepPhone`).
 */
export const phoneNumber = plainLine(40).refine(looksLikePhone, fault("phone"));
/** The same where a phone is changed, which is judged where it is: what came by an import may be none, and may stay. */
export const changedPhone = plainLine(40);

function looksLikePhone(text: string): boolean {
  const written = text.normalize("NFKC");
  const digits = written.replace(/\P{Nd}/gu, "").length;
  return digits >= 6 && digits <= 20 && /^[+(]{0,2}[\p{Nd}\s().\-/\p{Pd}]+$/u.test(written);
}
