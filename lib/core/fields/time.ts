import { z } from "zod";

import { isStorableYear, storableYears } from "../storable-years";
import { fault } from "../fault";
import { tidyPlain } from "../text";
import { isTimeZone, presentZone } from "../zone-names";

/** An RFC 3339 instant, read to the millisecond. */
export const instant = z.iso
  .datetime({ offset: true, error: fault("instant"), abort: true })
  .refine(isStorableYear, fault("year", storableYears))
  .transform((text) => new Date(text));

/** A calendar day; whose, the field says. */
export const day = z.iso
  .date({
    error: ({ input }) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(input)) ? fault("no_such_date") : fault("day"),
    abort: true,
  })
  .refine(isStorableYear, fault("year", storableYears));

/** For `.refine(...forwardOnly)` of an object with `startsAt` and `endsAt`. */
export const forwardOnly: [
  (range: { readonly startsAt: Date; readonly endsAt: Date }) => boolean,
  { path: string[]; error: string },
] = [
  ({ startsAt, endsAt }) => endsAt > startsAt,
  { path: ["endsAt"], error: fault("end_before_start") },
];

/** For `.refine(...freeRange)` of an object in which `availableFrom` and `availableTo` stand together or not at all. */
export const freeRange: [
  (range: { readonly availableFrom?: Date; readonly availableTo?: Date }) => boolean,
  { path: string[]; error: string },
] = [
  ({ availableFrom: from, availableTo: to }) => (from && to ? to > from : !from && !to),
  { path: ["availableTo"], error: fault("free_range") },
];

/** For `.refine(...fromBeforeTo)` of an object whose instants `from` and `to` may both be left out. */
export const fromBeforeTo: [
  (range: { readonly from?: Date | undefined; readonly to?: Date | undefined }) => boolean,
  { path: string[]; error: string },
] = [
  ({ from, to }) => !from || !to || to > from,
  { path: ["to"], error: fault("end_before_start") },
];

/** A time zone by its name in use; a former name is read as that, whatever its letter case. */
export const timeZoneName = z
  .string()
  .overwrite(tidyPlain)
  .max(64)
  .overwrite((name) => presentZone(name) ?? name)
  .refine(isTimeZone, fault("time_zone"));
