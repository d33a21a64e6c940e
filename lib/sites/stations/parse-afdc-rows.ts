import { fail } from "@/lib/core/errors";

import {
  cleanLine,
  missingNames,
  mostConnectors,
  phoneOf,
  type ConnectorDraft,
  type ReadingOptions,
  type ReadRow,
  type RowFault,
  type StationDraft,
  type StationFile,
} from "./check-draft";
import { findTimeZone } from "./find-time-zone";
import { parseOpeningHours } from "./parse-opening-hours";
import { parsePricingText } from "./parse-pricing-text";
import { openCsv } from "./parse-csv-records";
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
type Fields = Readonly<Record<string, string>>;

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
      for (const { name, written } of others) if (fields[name]) unread.add(written);
      const key = cleanLine(fields.id, 100);
      const faults = otherFuel(fields) ?? faultsOfFields(fields);
      if (faults.length > 0) yield { row, key, faults };
      else yield { row, key, draft: draftOf(fields, options.timeZone) };
    }
  }
  return { rows: rows(), unread: () => [...unread] };
}

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

const counts = ["ev_level1_evse_num", "ev_level2_evse_num", "ev_dc_fast_count"] as const;
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
  return faults.length > 0 ? [...missingNames(namesOf(fields)), ...faults] : [];
}

const statusOf = ({ status_code = "" }: Fields) => status_code.toUpperCase();
const placesIn = (fields: Fields) =>
  counts.reduce((sum, name) => sum + Number(fields[name] || 0), 0);

function draftOf(fields: Fields, timeZone: string | undefined): StationDraft {
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
    ...namesOf(fields),
    ...position,
    timeZone: timeZone ?? findTimeZone({ ...position, country, state }) ?? "unknown",
    type: Number(fields.ev_dc_fast_count) > 0 ? "DC" : "AC",
    status: isPrivate ? "Inactive" : (statuses[statusOf(fields)] ?? "Active"),
    phone: phoneOf(cleanLine(fields.station_phone, 40), country),
    network: cleanLine(fields.ev_network, 80),
    description: descriptionOf(fields, access, price.note),
    hoursText: cleanLine(fields.access_days_time, 1_000),
    weekly: hours.weekly,
    hoursNote: cleanLine(hours.note, 1_000),
    pricing: price.pricing,
    currency: country === "CA" ? "CAD" : "USD",
    connectors: connectorsOf(fields),
  };
}

const namesOf = (fields: Fields) => ({
  sourceId: cleanLine(fields.id, 100) ?? "",
  name: cleanLine(fields.station_name, 160) ?? "",
  address: addressOf(fields),
});

const degrees = (text: string | undefined) => Math.round(Number(text) * 1e6) / 1e6;

function addressOf({ street_address, city, state, zip }: Fields): string {
  const region = [state, zip].filter(Boolean).join(" ");
  return cleanLine([street_address, city, region].filter(Boolean).join(", "), 300) ?? "";
}

function descriptionOf(fields: Fields, access: string, priceNote: string | null): string | null {
  const restriction = access.replace(/^public( - )?/i, "");
  const expected = fields.expected_date;
  const isPlanned = statusOf(fields) === "P";
  const lines = [
    priceNote && `Price: ${priceNote}`,
    restriction && `Access: ${restriction}`,
    expected && `${isPlanned ? "Expected to open" : "Expected to be back"}: ${expected}`,
    fields.intersection_directions && `Directions: ${fields.intersection_directions}`,
    fields.ev_other_info && `Also: ${fields.ev_other_info}`,
  ];
  const clean = lines.flatMap((line) => cleanLine(line || null, 1_000) ?? []);
  return cleanPage(clean.join("\n"));
}

/** As much as a description may have; whole lines. */
const cleanPage = (text: string) => {
  const page = text.length <= 2_000 ? text : text.slice(0, text.lastIndexOf("\n", 2_000));
  return page || null;
};

/** AFDC's connector types: OCPI's name, and the levels of EVSE that carry them. */
const standards: Readonly<Record<string, { ocpi: string; levels: readonly Level[] }>> = {
  J1772: { ocpi: "IEC_62196_T1", levels: [1, 2] },
  J1772COMBO: { ocpi: "IEC_62196_T1_COMBO", levels: [3] },
  CHADEMO: { ocpi: "CHADEMO", levels: [3] },
  TESLA: { ocpi: "SAE_J3400", levels: [2, 3] },
  J3400: { ocpi: "SAE_J3400", levels: [2, 3] },
  NEMA1450: { ocpi: "NEMA_14_50", levels: [2] },
  NEMA515: { ocpi: "DOMESTIC_B", levels: [1] },
  NEMA520: { ocpi: "NEMA_5_20", levels: [1] },
};

/** Level 1, Level 2, and 3 for DC fast; the plug that stands where the row names none for the level. */
type Level = 1 | 2 | 3;
const usualPlug: Readonly<Record<Level, string>> = {
  1: "IEC_62196_T1",
  2: "IEC_62196_T1",
  3: "IEC_62196_T1_COMBO",
};

const plugsOf = (fields: Fields) =>
  (fields.ev_connector_types ?? "")
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean);

function connectorsOf(fields: Fields): ConnectorDraft[] {
  const plugs = plugsOf(fields);
  const levels = counts.flatMap((name, index) =>
    Array.from({ length: Number(fields[name] || 0) }, () => (index + 1) as Level),
  );
  return levels.map((level, index) => {
    const own = plugs.flatMap((plug) => {
      const standard = standards[plug];
      return standard?.levels.includes(level) ? [standard.ocpi] : [];
    });
    return {
      number: index + 1,
      standards: own.length > 0 ? [...new Set(own)].toSorted() : [usualPlug[level]],
      maxPowerW: null,
      status: "Active",
    };
  });
}
