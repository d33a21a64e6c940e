import { weekdays, type Weekday } from "@/lib/core/calendar";
import type { Fault } from "@/lib/core/fault";
import { isNullIsland } from "@/lib/core/fields";
import type { PlugPowers } from "@/lib/core/plugs";
import { readPhone } from "@/lib/core/phones";
import { asLine } from "@/lib/core/text";
import { isTimeZone } from "@/lib/core/zone-names";

import type { DateHours, ExceptionalPeriod } from "./find-exceptions";
import type { HourWindow } from "./parse-hour-clauses";
import type { PricingText } from "./parse-pricing-text";
import type { CurrentType, StationStatus, ConnectorStatus } from "./schema";
import type { TakeTurns } from "./take-turns";

/** A connector as a source tells of it. */
export interface ConnectorDraft {
  readonly number: number;
  /** OCPI ConnectorType values. */
  readonly standards: readonly string[];
  /** Null where the source does not say. */
  readonly maxPowerW: number | null;
  readonly plugPowersW: PlugPowers;
  readonly status: ConnectorStatus;
}

/** A station as a source tells of it. */
export interface StationDraft {
  readonly source: string;
  /** The source's own key, as it writes it. */
  readonly sourceId: string;
  /** Whether the key means one station wherever it comes from; else it does so among its holder's alone. */
  readonly isGlobal: boolean;
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly type: CurrentType;
  readonly status: StationStatus;
  readonly phone: string | null;
  readonly network: string | null;
  readonly description: string | null;
  /** Opening hours as the source wrote them. */
  readonly hoursText: string | null;
  readonly weekly: Readonly<Record<Weekday, readonly HourWindow[]>> | null;
  /** Times against the week, as the source tells them. */
  readonly exceptional?: readonly ExceptionalPeriod[];
  /** What they make of dates to come. */
  readonly exceptions?: readonly DateHours[];
  /** What the hours say besides times. */
  readonly hoursNote: string | null;
  readonly pricing: PricingText | null;
  readonly currency: string | null;
  readonly connectors: readonly ConnectorDraft[];
}

/** Why a row is no station; `path` names the part of it that is not right, where it has parts. */
export interface RowFault extends Fault {
  readonly path?: string;
}

/** One row of a file, read: a station, or why it is none. `key` is the source's own. */
export interface ReadRow {
  readonly row: number;
  readonly key: string | null;
  readonly draft?: StationDraft;
  /** Everything that is wrong with it. */
  readonly faults?: readonly RowFault[];
  /** What of a station that is kept there is to tell besides. */
  readonly notes?: readonly Fault[];
}

/** A file of stations whose form was recognised. */
export interface StationFile {
  readonly rows: AsyncIterable<ReadRow>;
  /** Names of what holds something that is not read; complete once all rows were read. */
  readonly unread: () => readonly string[];
}

export interface ReadingOptions {
  /** The time zone of every row, where the file's own is not to be trusted. */
  readonly timeZone?: string | undefined;
  /** A file with more is refused whole. */
  readonly mostRows: number;
  readonly turns: TakeTurns;
}

/** A text in one line, as `asLine` makes it, of at most `longest` characters; null where nothing is left. */
export function cleanLine(text: string | null | undefined, longest: number): string | null {
  return asLine(text ?? "", longest) || null;
}

/** A phone of the country as E.164; what is none, such as two in one cell, stays as the source wrote it. */
export function phoneOf(text: string | null, country: string): string | null {
  return text && (readPhone(text, country) ?? text);
}

/** A week's hours in words, such as "Mon 08:00–12:00, 13:00–18:00; Sat 09:00–12:00". */
export function hoursWords(weekly: Readonly<Record<Weekday, readonly HourWindow[]>>): string {
  return weekdays
    .filter((day) => weekly[day].length > 0)
    .map((day) => {
      const windows = weekly[day].map(({ start, end }) => `${start}–${end}`);
      return `${day.slice(0, 1).toUpperCase()}${day.slice(1)} ${windows.join(", ")}`;
    })
    .join("; ");
}

export const mostConnectors = 999;
/** Charging places in one file: so many rows in the database. */
export const mostPlaces = 200_000;

type Named = Pick<StationDraft, "sourceId" | "name" | "address">;

/** What a station lacks of what it is called by. */
export function missingNames({ sourceId, name, address }: Named): RowFault[] {
  const faults: RowFault[] = [];
  if (sourceId === "") faults.push({ code: "row_no_key" });
  if (name === "") faults.push({ code: "row_no_name" });
  if (address === "") faults.push({ code: "row_no_address" });
  return faults;
}

/** Everything that stands against keeping this station. */
export function faultsOf(draft: StationDraft): RowFault[] {
  const { latitude: lat, longitude: lng, timeZone, connectors } = draft;
  const faults = missingNames(draft);
  const isOnGlobe = Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  if (!isOnGlobe) faults.push({ code: "row_no_position" });
  else if (isNullIsland({ lat, lng })) faults.push({ code: "row_null_island" });
  // Where a file names no zone, it is that of the position.
  if (isOnGlobe && !isTimeZone(timeZone)) {
    faults.push({ code: "row_time_zone", values: { zone: timeZone } });
  }
  if (connectors.length === 0) faults.push({ code: "row_no_connectors" });
  if (connectors.length > mostConnectors) {
    faults.push({ code: "row_connectors", values: { most: mostConnectors } });
  }
  return faults;
}
