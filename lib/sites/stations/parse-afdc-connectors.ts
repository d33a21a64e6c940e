import type { Fault } from "@/lib/core/fault";

import type { ConnectorDraft } from "./check-draft";

/** The values of a row by the folded names of their columns. */
export type Fields = Readonly<Record<string, string>>;

/** The columns that count places of Level 1, Level 2 and DC fast. */
export const counts = ["ev_level1_evse_num", "ev_level2_evse_num", "ev_dc_fast_count"] as const;

/** AFDC's connector types: OCPI's name, and the levels of EVSE that carry them. */
export const standards: Readonly<Record<string, { ocpi: string; levels: readonly Level[] }>> = {
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

/** The connectors that a row names, in capitals. */
export const plugsOf = (fields: Fields) =>
  (fields.ev_connector_types ?? "")
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean);

/** The level of each place that a row counts. */
const levelsOf = (fields: Fields): Level[] =>
  counts.flatMap((name, index) =>
    Array.from({ length: Number(fields[name] || 0) }, () => (index + 1) as Level),
  );

/** Charging places, one for each that a row counts, with the connectors that go with its level. */
export function connectorsOf(fields: Fields): ConnectorDraft[] {
  const plugs = plugsOf(fields);
  return levelsOf(fields).map((level, index) => {
    const own = plugs.flatMap((plug) => {
      const standard = standards[plug];
      return standard?.levels.includes(level) ? [standard.ocpi] : [];
    });
    return {
      number: index + 1,
      standards: own.length > 0 ? [...new Set(own)].toSorted() : [usualPlug[level]],
      maxPowerW: null,
      plugPowersW: null,
      status: "Active",
    };
  });
}

/** Connectors that a row names and none of the places that it counts can carry are told. */
export function plugNotes(fields: Fields): Fault[] {
  const counted = [...new Set(levelsOf(fields))];
  const stray = plugsOf(fields).filter(
    (plug) => !counted.some((level) => standards[plug]?.levels.includes(level)),
  );
  if (stray.length === 0) return [];
  return [{ code: "note_plugs", values: { types: [...new Set(stray)] } }];
}
