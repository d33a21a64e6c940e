import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { readFaults } from "@/lib/core/read-faults";
import { within } from "@/lib/core/fields";

import type { RowFault } from "./check-draft";
import { connectorStandard } from "./schema";

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

const times = { period_begin: text, period_end: text };
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

const Evse = z.object({
  status: optional(word),
  status_schedule: optional(
    z.array(z.object({ period_begin: text, period_end: optional(text), status: word })),
  ),
  connectors: optional(z.array(Connector)),
});

const OpeningTimes = z.object({
  twentyfourseven: optional(yesNo),
  regular_hours: optional(
    z.array(
      z.object({
        weekday: z.preprocess(asNumber, within(z.int(fault("whole_number")), 1, 7)),
        period_begin: clock,
        period_end: endClock,
      }),
    ),
  ),
  exceptional_openings: optional(z.array(z.object(times))),
  exceptional_closings: optional(z.array(z.object(times))),
});

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
  coordinates: z.object({ latitude: degrees, longitude: degrees }),
  operator: optional(z.object({ name: optional(text) })),
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
const nested = { Location, Evse, Connector, OpeningTimes } as const;

/** Which fields of a location, of its EVSEs and their connectors hold something that is not read. */
export function unreadNames(value: unknown): string[] {
  const location = objectOf(value);
  const evses = arrayOf(location.evses).map(objectOf);
  const connectors = evses.flatMap((evse) => arrayOf(evse.connectors).map(objectOf));
  return [
    ...left(location, "Location", ""),
    ...left(objectOf(location.opening_times), "OpeningTimes", "opening_times."),
    ...evses.flatMap((evse) => left(evse, "Evse", "evses.")),
    ...connectors.flatMap((connector) => left(connector, "Connector", "evses.connectors.")),
  ];
}

function left(object: object, kind: keyof typeof nested, path: string): string[] {
  const { shape } = nested[kind];
  return Object.entries(object)
    .filter(([name, value]) => !(name in shape) && !bookkeeping.includes(name) && says(value))
    .map(([name]) => `${path}${name}`);
}

const says = (value: unknown) =>
  value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
const arrayOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const objectOf = (value: unknown) =>
  (typeof value === "object" && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
