import { z } from "zod";

import { fault } from "../fault";
import { isAmount } from "../figures";
import { plainText } from "./text";

/** The number from `least` to `most`, told as the one range that it is. */
export const within = <N extends z.ZodNumber>(number: N, least: number, most: number): N =>
  number.min(least, fault("range", { least, most })).max(most, fault("range", { least, most }));

const asNumber = (value: unknown): unknown =>
  typeof value === "string" && /^\s*[+-]?\d{1,30}(\.\d{1,30})?\s*$/.test(value)
    ? Number(value)
    : value;

/**
 * A number that may be said as text, as an address and a form say one: plain decimal digits. `z.coerce` would take
 * `true`, `[2]`, `"0x2"` and nothing at all for numbers; here they are none.
 */
export const inDigits = <N extends z.ZodNumber>(number: N) => z.preprocess(asNumber, number);

/** An amount in major units, `8.85` or `"8.85"`; how many places is the currency's to say. */
export const amount = z
  .union([z.number(), plainText], { error: fault("amount") })
  .refine((value) => isAmount(String(value)), fault("amount"));
export type Amount = z.infer<typeof amount>;
