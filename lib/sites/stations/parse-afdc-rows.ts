import { fail } from "@/lib/core/errors";

import {
  cleanLine,
  phoneOf,
  type ConnectorDraft,
  type ReadRow,
  type RowFault,
  type StationDraft,
} from "./check-draft";
import { findTimeZone } from "./find-time-zone";
import { parseOpeningHours } from "./parse-opening-hours";
import { parsePricingText } from "./parse-pricing-text";
import { parseCsvRecords } from "./parse-csv-records";

const needed = ["id", "station_name", "latitude", "longitude"] as const;
type Fields = Readonly<Record<string, string>>;

/**
 * Reads the CSV of the Alternative Fuels Data Center, row by row; a row that cannot be read says why.
 * Throws `import.unreadable` when it is no such file.
 */
export async function* parseAfdcRows(
  source: string | AsyncIterable<string>,
  options: { readonly timeZone?: string } = {},
): AsyncGenerator<ReadRow> {
  let checked = false;
  for await (const record of parseCsvRecords(source)) {
    const { row } = record;
    if ("fault" in record) {
      yield { row, key: null, fault: record.fault };
      continue;
    }
    const { fields } = record;
    if (!checked) assertColumns(fields);
    checked = true;
    const key = cleanLine(fields.id, 100);
    const fault = faultOfFields(fields);
    yield fault ? { row, key, fault } : { row, key, draft: draftOf(fields, options.timeZone) };
  }
}

function assertColumns(fields: Fields): void {
  const missing = needed.filter((name) => !(name in fields));
  if (missing.length > 0) {
    throw fail("import.unreadable", { why: "no_column", columns: missing });
  }
}

const counts = ["ev_level1_evse_num", "ev_level2_evse_num", "ev_dc_fast_count"] as const;
const statuses: Readonly<Record<string, StationDraft["status"]>> = {
  "": "Active",
  E: "Active",
  P: "Inactive",
  T: "Maintenance",
};

function faultOfFields(fields: Fields): RowFault | null {
  if (fields.fuel_type_code && fields.fuel_type_code !== "ELEC") {
    return { code: "row_fuel", values: { fuel: fields.fuel_type_code } };
  }
  if (!(statuses[fields.status_code ?? ""] ?? false)) {
    return { code: "row_status", values: { status: fields.status_code ?? "" } };
  }
  for (const name of ["latitude", "longitude"] as const) {
    if (!/^-?\d{1,3}(\.\d+)?$/.test(fields[name] ?? "")) {
      return { code: "row_no_number", values: { column: name } };
    }
  }
  const wrong = counts.find((name) => !/^\d{0,4}$/.test(fields[name] ?? ""));
  if (wrong) return { code: "row_no_whole_number", values: { column: wrong } };
  const unknown = plugsOf(fields).filter((plug) => !(plug in standards));
  return unknown.length > 0 ? { code: "row_connector_type", values: { types: unknown } } : null;
}

function draftOf(fields: Fields, timeZone: string | undefined): StationDraft {
  const position = { latitude: degrees(fields.latitude), longitude: degrees(fields.longitude) };
  const { state = "", country = "US" } = fields;
  const hours = parseOpeningHours(fields.access_days_time ?? "");
  const price = parsePricingText(fields.ev_pricing ?? "");
  const access = fields.groups_with_access_code || fields.access_code || "Public";
  const isPrivate = /private/i.test(access);
  return {
    source: "afdc",
    sourceId: cleanLine(fields.id, 100) ?? "",
    name: cleanLine(fields.station_name, 160) ?? "",
    address: addressOf(fields),
    ...position,
    timeZone: timeZone ?? findTimeZone({ ...position, country, state }) ?? "unknown",
    type: Number(fields.ev_dc_fast_count) > 0 ? "DC" : "AC",
    status: isPrivate ? "Inactive" : (statuses[fields.status_code ?? ""] ?? "Active"),
    phone: phoneOf(cleanLine(fields.station_phone, 40), country),
    network: cleanLine(fields.ev_network, 80),
    description: descriptionOf(access, price.note),
    hoursText: cleanLine(fields.access_days_time, 1_000),
    weekly: hours.weekly,
    hoursNote: cleanLine(hours.note, 1_000),
    pricing: price.pricing,
    currency: country === "CA" ? "CAD" : "USD",
    connectors: connectorsOf(fields),
  };
}

const degrees = (text: string | undefined) => Math.round(Number(text) * 1e6) / 1e6;

function addressOf({ street_address, city, state, zip }: Fields): string {
  const region = [state, zip].filter(Boolean).join(" ");
  return cleanLine([street_address, city, region].filter(Boolean).join(", "), 300) ?? "";
}

function descriptionOf(access: string, priceNote: string | null): string | null {
  const restriction = access.replace(/^public( - )?/i, "");
  const lines = [priceNote && `Price: ${priceNote}`, restriction && `Access: ${restriction}`];
  return lines.filter(Boolean).join("\n") || null;
}

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
