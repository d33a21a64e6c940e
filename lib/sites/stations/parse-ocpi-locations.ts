import { z } from "zod";

import { fail } from "@/lib/core/errors";
import { weekdays } from "@/lib/core/calendar";
import { findOdd } from "@/lib/core/odd-values";
import { readFaults } from "@/lib/core/read-faults";

import {
  cleanLine,
  hoursWords,
  type ConnectorDraft,
  type ReadRow,
  type StationDraft,
} from "./check-draft";
import { findTimeZone } from "./find-time-zone";
import { alwaysOpen, type Weekly } from "./parse-opening-hours";

const number = z.number().int().nonnegative();
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

/** What we read of an OCPI 2.2.1 Location; the rest is let pass. */
const Location = z.object({
  country_code: z.string().max(2).optional(),
  party_id: z.string().max(3).optional(),
  id: z.string().min(1).max(36),
  publish: z.boolean().default(true),
  name: z.string().optional(),
  address: z.string(),
  city: z.string().default(""),
  postal_code: z.string().optional(),
  state: z.string().optional(),
  country: z.string().max(3),
  coordinates: z.object({
    latitude: z.string().regex(/^-?\d{1,2}\.\d+$/),
    longitude: z.string().regex(/^-?\d{1,3}\.\d+$/),
  }),
  operator: z.object({ name: z.string() }).optional(),
  time_zone: z.string().optional(),
  opening_times: z
    .object({
      twentyfourseven: z.boolean(),
      regular_hours: z
        .array(
          z.object({
            weekday: z.number().int().min(1).max(7),
            period_begin: time,
            period_end: time,
          }),
        )
        .optional(),
    })
    .optional(),
  evses: z
    .array(
      z.object({
        status: z.string(),
        connectors: z.array(
          z.object({
            standard: z.string().regex(/^[A-Za-z0-9_]{1,40}$/),
            power_type: z.string(),
            max_voltage: number.optional(),
            max_amperage: number.optional(),
            max_electric_power: number.optional(),
          }),
        ),
      }),
    )
    .default([]),
});
type Location = z.infer<typeof Location>;
type Evse = Location["evses"][number];

/**
 * Reads OCPI 2.2.1 Locations: an array, or the envelope with `data`. A location that cannot be read says why.
 * Throws `import.unreadable` when the text is neither.
 */
export function* parseOcpiLocations(
  text: string,
  options: { readonly timeZone?: string } = {},
): Generator<ReadRow> {
  for (const [index, value] of itemsOf(text).entries()) {
    const row = index + 1;
    const key = keyOf(value);
    const odd = findOdd(value);
    // Half a character, as a source cuts them, is repaired; what else is odd no schema is to see.
    if (odd && odd.what !== "half_character") {
      const path = odd.path.join(".").toWellFormed();
      yield { row, key, fault: { path: path || "location", code: "wrong_kind" } };
      continue;
    }
    const parsed = Location.safeParse(value, { reportInput: true });
    if (parsed.success) {
      yield { row, key, draft: draftOf(parsed.data, key ?? "", options.timeZone) };
    } else {
      const [{ path = [], ...fault } = { code: "not_right" as const }] = readFaults(parsed.error);
      yield { row, key, fault: { path: path.join(".") || "location", ...fault } };
    }
  }
}

function itemsOf(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail("import.unreadable", { why: "no_json" });
  }
  const list = typeof value === "object" && value !== null && "data" in value ? value.data : value;
  if (!Array.isArray(list)) throw fail("import.unreadable", { why: "no_list" });
  return list;
}

/** A location is one by country, party and id. */
function keyOf(value: unknown): string | null {
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const parts = [given.country_code, given.party_id, given.id].filter(
    (part) => typeof part === "string" && part !== "",
  );
  return typeof given.id === "string" ? cleanLine(parts.join("*"), 100) : null;
}

function draftOf(location: Location, sourceId: string, timeZone: string | undefined): StationDraft {
  const latitude = Number(Number(location.coordinates.latitude).toFixed(6));
  const longitude = Number(Number(location.coordinates.longitude).toFixed(6));
  const { country, state = "" } = location;
  const evses = location.evses.filter(({ status }) => status !== "REMOVED");
  const plugs = evses.flatMap(({ connectors }) => connectors);
  const region = [state, location.postal_code].filter(Boolean).join(" ");
  const weekly = weeklyOf(location.opening_times);
  const planned = evses.length > 0 && evses.every(({ status }) => status === "PLANNED");
  const zone =
    timeZone ?? location.time_zone ?? findTimeZone({ country, state, latitude, longitude });
  return {
    source: "ocpi",
    sourceId,
    name: cleanLine(location.name ?? location.address, 160) ?? "",
    address:
      cleanLine([location.address, location.city, region].filter(Boolean).join(", "), 300) ?? "",
    latitude,
    longitude,
    timeZone: zone ?? "unknown",
    type: plugs.some(({ power_type }) => power_type === "DC") ? "DC" : "AC",
    status: !location.publish || planned ? "Inactive" : "Active",
    phone: null,
    network: cleanLine(location.operator?.name, 80),
    description: null,
    hoursText: weekly && hoursWords(weekly),
    weekly,
    hoursNote: null,
    pricing: null,
    currency: null,
    connectors: evses.filter(({ connectors }) => connectors.length > 0).map(connectorOf),
  };
}

function weeklyOf(times: Location["opening_times"]): Weekly | null {
  if (!times) return null;
  if (times.twentyfourseven) return alwaysOpen;
  const regular = times.regular_hours ?? [];
  if (regular.length === 0) return null;
  const windowsOn = (weekday: number) =>
    regular
      .filter((hours) => hours.weekday === weekday)
      .map(({ period_begin: start, period_end: end }) => ({ start, end }))
      .toSorted((a, b) => a.start.localeCompare(b.start));
  const days = weekdays.map((day, index) => [day, windowsOn(index + 1)] as const);
  return Object.fromEntries(days) as unknown as Weekly;
}

const outOfOrder = ["INOPERATIVE", "OUTOFORDER", "BLOCKED"];

function connectorOf({ status, connectors }: Evse, index: number): ConnectorDraft {
  const powers = connectors.map(powerOf).filter((power) => power > 0);
  return {
    number: index + 1,
    standards: [...new Set(connectors.map(({ standard }) => standard))].toSorted(),
    maxPowerW: powers.length > 0 ? Math.max(...powers) : null,
    status: outOfOrder.includes(status)
      ? "OutOfOrder"
      : status === "PLANNED"
        ? "Inactive"
        : "Active",
  };
}

/** Watts: as told, else volts (line to neutral) × amperes × phases. */
function powerOf(connector: Evse["connectors"][number]): number {
  const phases = { AC_2_PHASE: 2, AC_2_PHASE_SPLIT: 2, AC_3_PHASE: 3 }[connector.power_type] ?? 1;
  const { max_voltage = 0, max_amperage = 0, max_electric_power } = connector;
  return max_electric_power ?? max_voltage * max_amperage * phases;
}
