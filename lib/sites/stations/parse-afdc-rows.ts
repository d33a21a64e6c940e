import { fail } from "@/lib/core/errors";
import { cut } from "@/lib/core/text";

import {
  cleanLine,
  missingNames,
  mostConnectors,
  phoneOf,
  type ReadingOptions,
  type ReadRow,
  type RowFault,
  type StationDraft,
  type StationFile,
} from "./check-draft";
import { findTimeZone } from "./find-time-zone";
import { keepTexts, type KeptTexts } from "./keep-texts";
import {
  connectorsOf,
  counts,
  plugNotes,
  plugsOf,
  standards,
  type Fields,
} from "./parse-afdc-connectors";
import { parseOpeningHours } from "./parse-opening-hours";
import { parsePricingText } from "./parse-pricing-text";
import { openCsv } from "./parse-csv-records";
import { softenCapitals } from "./soften-capitals";
import { assertRows } from "./split-lines";

/** Columns by their folded names, and as the source writes those that its faults name. */
const needed = {
  id: "ID",
  station_name: "Station Name",
  latitude: "Latitude",
  longitude: "Longitude",
} as const;
/** Whatever of a row comes to be kept or decides over it. */
const read =
  `${Object.keys(needed).join(" ")} fuel_type_code street_address city state zip country station_phone
  status_code expected_date groups_with_access_code access_code access_days_time ev_level1_evse_num ev_level2_evse_num
  ev_dc_fast_count ev_network ev_connector_types ev_pricing ev_other_info intersection_directions`.split(
    /\s+/,
  );

/**
 * Reads the CSV of the Alternative Fuels Data Center, row by row; a row that cannot be read says why.
 * Throws `import.unreadable` when it is no such file, or has more than `mostRows`.
 */
export async function parseAfdcRows(text: string, options: ReadingOptions): Promise<StationFile> {
  const { mostRows, turns } = options;
  const { columns, delimiter, records } = await openCsv(text, turns);
  const missing = Object.entries(needed).flatMap(([name, title]) =>
    columns.some((column) => column.name === name) ? [] : [title],
  );
  if (missing.length > 0) throw fail("import.unreadable", { why: "no_column", columns: missing });
  await assertRows(text, mostRows, turns);
  const others = columns.filter(({ name }) => name !== "" && !read.includes(name));
  const unread = new Set<string>();
  async function* rows(): AsyncGenerator<ReadRow> {
    for await (const record of records) {
      await turns(perRow);
      const { row } = record;
      if ("fault" in record) {
        yield { row, key: null, faults: [record.fault] };
        continue;
      }
      const fields = withPoints(record.fields, delimiter);
      for (const { name, written } of others)
        if (fields[name]) unread.add(cut(written, longestName));
      const key = cleanLine(fields.id, 100);
      const faults = otherFuel(fields) ?? faultsOfFields(fields);
      if (faults.length > 0) yield { row, key, faults };
      else yield { row, key, ...stationOf(fields, options.timeZone) };
    }
  }
  return { rows: rows(), unread: () => [...unread] };
}

/** Of a column that is named because it is not read. */
const longestName = 80;

/** What understanding a row costs besides reading its letters. */
const perRow = 4_000;

/** Where semicolons part the values, degrees are written with a comma. */
function withPoints(fields: Fields, delimiter: string): Fields {
  if (delimiter === ",") return fields;
  const { latitude = "", longitude = "" } = fields;
  return {
    ...fields,
    latitude: latitude.replace(",", "."),
    longitude: longitude.replace(",", "."),
  };
}

const countTitles = ["EV Level1 EVSE Num", "EV Level2 EVSE Num", "EV DC Fast Count"] as const;
const statuses: Readonly<Record<string, StationDraft["status"]>> = {
  "": "Active",
  E: "Active",
  P: "Inactive",
  T: "Maintenance",
};

/** A row of a file of every fuel that is no charging station. */
function otherFuel({ fuel_type_code: fuel }: Fields): RowFault[] | null {
  if (!fuel || fuel.toUpperCase() === "ELEC") return null;
  return [{ code: "row_fuel", values: { fuel } }];
}

/** What no draft can be made with; where there is such, what the station lacks besides too. */
function faultsOfFields(fields: Fields): RowFault[] {
  const faults: RowFault[] = [];
  if (!(statuses[statusOf(fields)] ?? false)) {
    faults.push({ code: "row_status", values: { status: fields.status_code ?? "" } });
  }
  for (const name of ["latitude", "longitude"] as const) {
    if (!/^[-+]?\d{1,3}(\.\d*)?$/.test(fields[name] ?? "")) {
      faults.push({ code: "row_no_number", values: { column: name } });
    }
  }
  const wrong = countTitles.filter(
    (_, at) => !/^(\d{1,4}(\.0*)?)?$/.test(fields[counts[at] ?? ""] ?? ""),
  );
  for (const column of wrong) faults.push({ code: "row_no_whole_number", values: { column } });
  if (wrong.length === 0 && placesIn(fields) > mostConnectors) {
    faults.push({ code: "row_connectors", values: { most: mostConnectors } });
  }
  const unknown = plugsOf(fields).filter((plug) => !(plug in standards));
  if (unknown.length > 0) {
    faults.push({ code: "row_connector_type", values: { types: unknown.slice(0, 5) } });
  }
  return faults.length > 0 ? [...missingNames(namesOf(fields, keepTexts())), ...faults] : [];
}

const statusOf = ({ status_code = "" }: Fields) => status_code.toUpperCase();
const placesIn = (fields: Fields) =>
  counts.reduce((sum, name) => sum + Number(fields[name] || 0), 0);

function stationOf(fields: Fields, timeZone: string | undefined) {
  const texts = keepTexts();
  const draft = draftOf(fields, timeZone, texts);
  return { draft, notes: [...texts.notes(), ...plugNotes(fields)] };
}

function draftOf(fields: Fields, timeZone: string | undefined, texts: KeptTexts): StationDraft {
  const position = { latitude: degrees(fields.latitude), longitude: degrees(fields.longitude) };
  const { state = "" } = fields;
  const country = (fields.country || "US").toUpperCase();
  const hours = parseOpeningHours(fields.access_days_time ?? "");
  const price = parsePricingText(fields.ev_pricing ?? "");
  const access = fields.groups_with_access_code || fields.access_code || "Public";
  const isPrivate = /private/i.test(access);
  return {
    source: "afdc",
    isGlobal: true,
    ...namesOf(fields, texts),
    ...position,
    timeZone: timeZone ?? findTimeZone({ ...position, country, state }) ?? "unknown",
    type: Number(fields.ev_dc_fast_count) > 0 ? "DC" : "AC",
    status: isPrivate ? "Inactive" : (statuses[statusOf(fields)] ?? "Active"),
    phone: phoneOf(texts.line("Station Phone", fields.station_phone, 40), country),
    network: texts.line("EV Network", fields.ev_network, 80),
    description: descriptionOf(fields, access, price.note, texts),
    hoursText: texts.line("Access Days Time", fields.access_days_time, 1_000),
    weekly: hours.weekly,
    hoursNote: texts.line("Access Days Time", hours.note, 1_000),
    pricing: price.pricing,
    currency: country === "CA" ? "CAD" : "USD",
    connectors: connectorsOf(fields),
  };
}

const namesOf = (fields: Fields, { line }: KeptTexts) => ({
  sourceId: line("ID", fields.id, 100) ?? "",
  name: softenCapitals(line("Station Name", fields.station_name, 160) ?? ""),
  address: line("Street Address", addressOf(fields), 300) ?? "",
});

const degrees = (text: string | undefined) => Math.round(Number(text) * 1e6) / 1e6;

function addressOf({ street_address, city, state, zip }: Fields): string {
  const region = [state, zip].filter(Boolean).join(" ");
  return [street_address, city, region].filter(Boolean).join(", ");
}

function descriptionOf(
  fields: Fields,
  access: string,
  priceNote: string | null,
  { line, page }: KeptTexts,
): string | null {
  const restriction = access.replace(/^public( - )?/i, "");
  const expected = fields.expected_date;
  const { intersection_directions: directions, ev_other_info: other } = fields;
  const isPlanned = statusOf(fields) === "P";
  const lines = [
    ["EV Pricing", priceNote && `Price: ${priceNote}`],
    ["Groups With Access Code", restriction && `Access: ${restriction}`],
    [
      "Expected Date",
      expected && `${isPlanned ? "Expected to open" : "Expected to be back"}: ${expected}`,
    ],
    ["Intersection Directions", directions && `Directions: ${directions}`],
    ["EV Other Info", other && `Also: ${other}`],
  ] as const;
  const clean = lines.flatMap(([column, text]) => line(column, text, 1_000) ?? []);
  return page("description", clean, 2_000);
}
