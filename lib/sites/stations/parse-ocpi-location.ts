import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { readFaults } from "@/lib/core/read-faults";
import { connectorStandard, within } from "@/lib/core/fields";

import type { RowFault } from "./check-draft";

/** Null and an empty text say nothing where a field may be left out. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === "" ? undefined : value), schema.optional());

/** Ids and postal codes are written as numbers, and numbers as texts; each is read as what the field is. */
const text = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z.string(),
);
const asNumber = (value: unknown) =>
  typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
const number = z.preprocess(asNumber, z.number().nonnegative(fault("not_negative")));
const degrees = z.preprocess(asNumber, z.number(fault("degrees")));
const yesNo = z.preprocess(
  (value) => ({ true: true, false: false })[String(value).toLowerCase()] ?? value,
  z.boolean(),
);
/** Enumerations are written in capitals, which some forget. */
const word = z.string().transform((value) => value.trim().toUpperCase());

const Period = z.object({ period_begin: text, period_end: text });
const clock = text.pipe(
  z.string().regex(/^\s*([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?\s*$/, fault("clock_time")),
);
const endClock = text.pipe(
  z
    .string()
    .regex(/^\s*(([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?|24:00(:00)?)\s*$/, fault("end_time")),
);

const Connector = z.object({
  standard: word.pipe(connectorStandard),
  power_type: optional(word),
  max_voltage: optional(number),
  max_amperage: optional(number),
  /** As OCPI called them up to 2.2. */
  voltage: optional(number),
  amperage: optional(number),
  max_electric_power: optional(number),
});

const StatusSchedule = z.object({ period_begin: text, period_end: optional(text), status: word });

const Evse = z.object({
  status: optional(word),
  status_schedule: optional(z.array(StatusSchedule)),
  connectors: optional(z.array(Connector)),
});

const RegularHours = z.object({
  weekday: z.preprocess(asNumber, within(z.int(fault("whole_number")), 1, 7)),
  period_begin: clock,
  period_end: endClock,
});

const OpeningTimes = z.object({
  twentyfourseven: optional(yesNo),
  regular_hours: optional(z.array(RegularHours)),
  exceptional_openings: optional(z.array(Period)),
  exceptional_closings: optional(z.array(Period)),
});

const Coordinates = z.object({ latitude: degrees, longitude: degrees });
const Operator = z.object({ name: optional(text) });

/** What is read of a Location of OCPI 2.1.1 to 2.3.0; the rest is let pass, and named by `unreadNames`. */
const Location = z.object({
  country_code: optional(text),
  party_id: optional(text),
  id: text.pipe(z.string().min(1, fault("empty")).max(39)),
  publish: optional(yesNo),
  name: optional(text),
  address: text,
  city: optional(text),
  postal_code: optional(text),
  state: optional(text),
  country: optional(text),
  coordinates: Coordinates,
  operator: optional(Operator),
  help_phone: optional(text),
  time_zone: optional(text),
  opening_times: optional(OpeningTimes),
  evses: optional(z.array(Evse)),
});
export type Location = z.infer<typeof Location>;
export type Evse = z.infer<typeof Evse>;
export type OpeningTimes = z.infer<typeof OpeningTimes>;

/** The location that a value of JSON is, or everything that is wrong with it, by the places of the faults. */
export function parseOcpiLocation(value: unknown): Location | readonly RowFault[] {
  const parsed = Location.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  return readFaults(parsed.error).map(({ path, ...rest }) => ({
    path: path.join(".") || "location",
    ...rest,
  }));
}

/** Names of what says which thing it is, and when it was written; no facts that a driver would miss. */
const bookkeeping = ["id", "uid", "evse_id", "last_updated"];

/** An object of which some fields are read, and those among them that are, or list, such objects. */
interface Part {
  readonly shape: object;
  readonly parts?: Readonly<Record<string, Part>>;
}
const location: Part = {
  shape: Location.shape,
  parts: {
    coordinates: Coordinates,
    operator: Operator,
    opening_times: {
      shape: OpeningTimes.shape,
      parts: {
        regular_hours: RegularHours,
        exceptional_openings: Period,
        exceptional_closings: Period,
      },
    },
    evses: {
      shape: Evse.shape,
      parts: { status_schedule: StatusSchedule, connectors: Connector },
    },
  },
};

/** Which fields of a location, and of whatever is read in it, hold something that is not read. */
export const unreadNames = (value: unknown): string[] => unreadIn(value, location, "");

function unreadIn(value: unknown, { shape, parts = {} }: Part, path: string): string[] {
  const objects = objectsOf(value);
  const own = objects.flatMap((object) =>
    Object.entries(object)
      .filter(([name, inner]) => !Object.hasOwn(shape, name) && says(inner))
      .filter(([name]) => !bookkeeping.includes(name))
      .map(([name]) => `${path}${name}`),
  );
  const inner = Object.entries(parts).flatMap(([name, part]) =>
    objects.flatMap((object) => unreadIn(object[name], part, `${path}${name}.`)),
  );
  return [...own, ...inner];
}

const says = (value: unknown) =>
  value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
/** The objects that a field is or lists. */
const objectsOf = (value: unknown) =>
  (Array.isArray(value) ? value : [value]).filter(
    (item: unknown): item is Readonly<Record<string, unknown>> =>
      typeof item === "object" && item !== null,
  );
