import { alpha2Of } from "@/lib/core/countries";
import type { Fault } from "@/lib/core/fault";
import { findOdd } from "@/lib/core/odd-values";
import { cut } from "@/lib/core/text";

import {
  cleanLine,
  hoursWords,
  mostPlaces,
  phoneOf,
  type ReadingOptions,
  type ReadRow,
  type RowFault,
  type StationDraft,
  type StationFile,
} from "./check-draft";
import { findTimeZone } from "./find-time-zone";
import { keepTexts, type KeptTexts } from "./keep-texts";
import { parseOcpiLocation, unreadNames, type Evse, type Location } from "./parse-ocpi-location";
import { parseConnectors } from "./parse-ocpi-connectors";
import { parseOpeningTimes } from "./parse-opening-times";
import { splitJsonList } from "./split-json-list";

/** What checking a location costs besides reading its letters. */
const perCharacter = 8;
/** Deeper and longer than any location by far. */
const deepest = 32;
const longest = 1024 * 1024;
/** Of a field that is named because it is not read. */
const longestName = 80;

/**
 * Reads OCPI Locations of 2.1.1 to 2.3.0: a list, the envelope with `data`, or one location. A location that cannot be
 * read says everything that is wrong with it. Throws `import.unreadable` where the text is none of these or has more
 * than `mostRows`.
 */
export async function parseOcpiLocations(
  text: string,
  options: ReadingOptions,
): Promise<StationFile> {
  const items = await splitJsonList(text, options.mostRows, options.turns);
  const unread = new Set<string>();
  let places = 0;
  async function* rows(): AsyncGenerator<ReadRow> {
    for (const [index, { from, to, depth }] of items.entries()) {
      await options.turns((to - from) * perCharacter);
      const row = index + 1;
      if (to - from > longest || depth > deepest) {
        yield { row, key: null, faults: [{ code: "row_too_long" }] };
        continue;
      }
      const value = valueOf(text.slice(from, to));
      if (value === undefined) {
        yield { row, key: null, faults: [{ code: "row_not_json" }] };
        continue;
      }
      places += placesIn(value);
      if (places > mostPlaces) {
        yield {
          row,
          key: keyOf(value),
          faults: [{ code: "row_places", values: { most: mostPlaces } }],
        };
        continue;
      }
      for (const name of unreadNames(value)) unread.add(cut(name, longestName));
      yield { row, ...parseLocation(value, options.timeZone) };
    }
  }
  return { rows: rows(), unread: () => [...unread] };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How many places a location says that it has, before it is read. */
function placesIn(value: unknown): number {
  const evses = typeof value === "object" && value !== null && "evses" in value && value.evses;
  return Array.isArray(evses) ? evses.length : 0;
}

function parseLocation(value: unknown, timeZone: string | undefined): Omit<ReadRow, "row"> {
  const key = keyOf(value);
  // Half a character, as a source cuts them, is repaired; what else is odd no schema is to see.
  const odd = findOdd(value, "repaired");
  if (odd) {
    const path = odd.path.join(".").toWellFormed();
    return { key, faults: [{ path: path || "location", code: "wrong_kind" }] };
  }
  const location = parseOcpiLocation(value);
  if (isFaults(location)) return { key, faults: location };
  const places = parseConnectors(location.evses ?? []);
  if (places.faults.length > 0) return { key, faults: places.faults };
  const times = parseOpeningTimes(location.opening_times);
  const texts = keepTexts();
  const draft: StationDraft = {
    ...factsOf(location, timeZone, texts),
    ...identityOf(location, key ?? ""),
    type: places.type,
    status: location.publish === false || places.isPlanned ? "Inactive" : "Active",
    hoursText: times.weekly && hoursWords(times.weekly),
    weekly: times.weekly,
    exceptional: times.exceptional,
    connectors: places.connectors,
  };
  const notes = [...texts.notes(), ...places.notes, ...times.notes, ...scheduleNotes(location)];
  return { key, draft, notes };
}

const isFaults = (read: Location | readonly RowFault[]): read is readonly RowFault[] =>
  Array.isArray(read);

/** The source's own key, as its report calls it. */
function keyOf(value: unknown): string | null {
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const parts = [given.country_code, given.party_id, given.id]
    .filter((part) => typeof part === "string" || typeof part === "number")
    .map(String);
  return given.id == null ? null : cleanLine(parts.filter(Boolean).join("*"), 100);
}

/** A location is one by country, party and id; one whose file names no party is one among its holder's alone. */
function identityOf({ country_code, party_id }: Location, sourceId: string) {
  const isGlobal = country_code !== undefined && party_id !== undefined;
  return { source: "ocpi", sourceId, isGlobal } as const;
}

function factsOf(location: Location, timeZone: string | undefined, { line }: KeptTexts) {
  const { latitude, longitude } = location.coordinates;
  const position = { latitude: degrees(latitude), longitude: degrees(longitude) };
  const { country = "", state = "", city = "", address } = location;
  const region = [state, location.postal_code].filter(Boolean).join(" ");
  const zone = timeZone ?? location.time_zone ?? findTimeZone({ country, state, ...position });
  return {
    name:
      line(location.name === undefined ? "address" : "name", location.name ?? address, 160) ?? "",
    address: line("address", [address, city, region].filter(Boolean).join(", "), 300) ?? "",
    ...position,
    timeZone: zone ?? "unknown",
    phone: phoneOf(line("help_phone", location.help_phone, 40), alpha2Of(country) ?? ""),
    network: line("operator.name", location.operator?.name, 80),
    description: null,
    hoursNote: null,
    pricing: null,
    currency: null,
  };
}

const degrees = (value: number) => Number(value.toFixed(6));

/** Changes of state that the source plans are told: nothing of ours says them yet. */
function scheduleNotes({ evses = [] }: Location): Fault[] {
  const planned = evses.flatMap((evse, index) => plansOf(evse, index + 1));
  if (planned.length === 0) return [];
  return [{ code: "note_status_schedule", values: { changes: planned.slice(0, mostNamed) } }];
}

const mostNamed = 5;

const plansOf = ({ status_schedule = [] }: Evse, place: number) =>
  status_schedule.map(({ status, period_begin, period_end }) =>
    cut([`${place} ${status}`, period_begin, period_end].filter(Boolean).join(" – "), 100),
  );
