import { z } from "zod";

import { fault, type FaultCode } from "../fault";

/** A UUID in its one spelling, of a thing for which its room has a fault: `idOf("station_id")`. */
export const idOf = (code: Extract<FaultCode, `${string}_id`>) => z.uuid(fault(code)).toLowerCase();
/** The same of whatever the other fields say. */
export const anyId = z.uuid(fault("any_id")).toLowerCase();

/** For `.refine(...somethingToChange)` of an object whose fields are all optional. */
export const somethingToChange: [(body: object) => boolean, { error: string }] = [
  (body) => Object.values(body).some((value) => value !== undefined),
  { error: fault("nothing_to_change") },
];

/** By which of the fields a list may be sorted; `-` before a field's name turns the order round. */
export const sortBy = <const F extends string>(...fields: F[]) =>
  z.enum(fields.flatMap((field) => [field, `-${field}`]) as (F | `-${F}`)[]);

/** One or several of these words in an address, repeated or parted by commas. */
export const severalOf = <const W extends Readonly<Record<string, string>>>(words: z.ZodEnum<W>) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((text) => text.split(",")))
    .pipe(z.array(words).max(20));
