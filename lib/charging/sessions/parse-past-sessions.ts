import { isStorableYear } from "@/lib/core/storable-years";
import { dayMs } from "@/lib/core/durations";
import { instantAt } from "@/lib/core/time-zones";
import { decodeText } from "@/lib/core/decode-text";
import { fail } from "@/lib/core/errors";
import type { Fault } from "@/lib/core/fault";
import { openCsv, type CsvRecord } from "@/lib/sites/stations/inside";

import { wattHoursOf } from "./rules";

/** A session as another system kept it. */
export interface PastSession {
  /** The place's name, as the file has it. */
  readonly site: string;
  /** The charge point and its outlet, `51516/2`. */
  readonly outlet: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly energyWh: number;
}

/** A row of the file, its line's number from 1: a session, or what is wrong with it. */
export type PastRow = { readonly row: number } & (
  | { readonly session: PastSession }
  | { readonly fault: Fault }
);

/** The columns without which there is no session (Perth & Kinross Council's open data). */
const columns = [
  "cp_id",
  "connector",
  "start_date",
  "start_time",
  "end_date",
  "end_time",
  "total_kwh",
  "site",
] as const;
/** The longest that a car may have stayed; the source's longest is 19 days. */
const longestDays = 31;

type Fields = Readonly<Record<(typeof columns)[number], string>>;

/**
 * Parses a file of past sessions, whose times are those of the zone's clocks. Where day and month of its dates are
 * exchanged (docs/decisions/imported-sessions.md), they are put right, and `exchanged` says so. What lies before 2000, ends
 * after `now` or lasts longer than a month is a slip of somebody's typing, and refused.
 * Throws `import.unreadable`.
 */
export async function parsePastSessions(
  source: string | Uint8Array,
  timeZone: string,
  now: Date,
): Promise<{ readonly rows: readonly PastRow[]; readonly exchanged: boolean }> {
  const text = typeof source === "string" ? source : decodeText(source)?.text;
  if (text === undefined) throw fail("import.unreadable", { why: "no_text" });
  const file = await openCsv(text, async () => {});
  const names = file.columns.map(({ name }) => name);
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) throw fail("import.unreadable", { why: "no_column", columns: missing });
  const records = await Array.fromAsync(file.records);
  const read = (day: Day) => records.map((record) => rowOf(record, day, { timeZone, now }));
  const exchanged = isExchanged(records);
  return { rows: read(exchanged ? dayAndMonthExchanged : asWritten), exchanged };
}

type Day = (text: string) => string;

const asWritten: Day = (text) => /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? "";

/** 1 September written as `2018-01-09`; what can be no month was left as it is. */
const dayAndMonthExchanged: Day = (text) => {
  const day = asWritten(text);
  const [year, month, date = ""] = day.split("-");
  return Number(date) <= 12 ? `${year}-${date}-${month}` : day;
};

/**
 * Whether day and month are exchanged: read so, the file is in order but for a few rows, and as it is written it is not.
 * A file in no order at all tells nothing, and is read as it is written.
 */
function isExchanged(records: readonly CsvRecord[]): boolean {
  const exchanged = breaksOfOrder(records, dayAndMonthExchanged);
  return exchanged <= records.length / 100 && 2 * exchanged < breaksOfOrder(records, asWritten);
}

/** How often the rows' beginnings turn from one direction of time to the other, read in this way. */
function breaksOfOrder(records: readonly CsvRecord[], day: Day): number {
  const starts = records.flatMap((record) => {
    if (!("fields" in record)) return [];
    const { start_date = "", start_time = "" } = record.fields;
    return [`${day(start_date)} ${start_time}`];
  });
  const pairs = starts.slice(1).map((start, at) => start.localeCompare(starts[at] ?? ""));
  const count = (sign: number) => pairs.filter((one) => Math.sign(one) === sign).length;
  return Math.min(count(1), count(-1));
}

interface Clocks {
  readonly timeZone: string;
  readonly now: Date;
}

function rowOf(record: CsvRecord, day: Day, clocks: Clocks): PastRow {
  const { row } = record;
  if (!("fields" in record)) return record;
  const read = sessionOf(record.fields as Fields, day, clocks);
  return "code" in read ? { row, fault: read } : { row, session: read };
}

function sessionOf(fields: Fields, day: Day, { timeZone, now }: Clocks): PastSession | Fault {
  const { cp_id, connector, site, total_kwh: kWh } = fields;
  const empty = columns.filter((name) => fields[name] === "");
  if (empty.length > 0) return { code: "past_empty", values: { columns: empty } };
  const startedAt = instantOf(day(fields.start_date), fields.start_time, timeZone);
  const endedAt = instantOf(day(fields.end_date), fields.end_time, timeZone);
  if (!startedAt || !endedAt) return { code: "past_time" };
  if (endedAt < startedAt) return { code: "past_backwards" };
  if (endedAt > now) return { code: "past_to_come" };
  if (endedAt.getTime() - startedAt.getTime() > longestDays * dayMs) {
    return { code: "past_long", values: { days: longestDays } };
  }
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(kWh) || Number(kWh) > 1_000) {
    return { code: "past_energy", values: { kWh: kWh.slice(0, 20) } };
  }
  return { site, outlet: `${cp_id}/${connector}`, startedAt, endedAt, energyWh: wattHoursOf(kWh) };
}

function instantOf(day: string, time: string, timeZone: string): Date | null {
  if (
    !isStorableYear(day) ||
    !/^\d{4}-\d\d-\d\d$/.test(day) ||
    !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)
  )
    return null;
  // A day that the calendar has, told without a calendar of our own: others are read as the next month's.
  const isDay = new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;
  return isDay ? instantAt(day, time, timeZone) : null;
}
