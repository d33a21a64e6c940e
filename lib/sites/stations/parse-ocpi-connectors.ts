import type { Fault } from "@/lib/core/fault";
import { cut } from "@/lib/core/text";

import type { ConnectorDraft, RowFault } from "./check-draft";
import { joinPlugs } from "./join-plugs";
import type { Evse } from "./parse-ocpi-location";
import { mostPowerKw, type CurrentType } from "./schema";

/** The charging places that a location's EVSEs are. */
export interface ParsedConnectors {
  readonly connectors: readonly ConnectorDraft[];
  readonly type: CurrentType;
  /** Whether none is there yet. */
  readonly isPlanned: boolean;
  readonly faults: readonly RowFault[];
  readonly notes: readonly Fault[];
}

const outOfOrder = ["INOPERATIVE", "OUTOFORDER", "BLOCKED"];
const inService = ["AVAILABLE", "CHARGING", "RESERVED", "UNKNOWN"];
const known = [...outOfOrder, ...inService, "PLANNED", "REMOVED"];
/** Plugs that one place can have, as its form says. */
const mostStandards = 6;

/** Each EVSE that has connectors and was not removed is a place for one car. */
export function parseConnectors(evses: readonly Evse[]): ParsedConnectors {
  const present = evses
    .map((evse, index) => ({ evse, path: `evses.${index}.connectors` }))
    .filter(({ evse }) => evse.status !== "REMOVED");
  const equipped = present.filter(({ evse }) => (evse.connectors ?? []).length > 0);
  const places = equipped.map(({ evse, path }, index) => placeOf(evse, path, index + 1));
  const states = new Set(present.flatMap(({ evse: { status } }) => status ?? []));
  const strange = [...states].filter((status) => !known.includes(status));
  const kilowatts = [...new Set(places.flatMap(({ kilowatts }) => kilowatts))];
  const bare = present.length - equipped.length;
  const notes: Fault[] = [];
  if (bare > 0) notes.push({ code: "note_no_connectors", values: { count: bare } });
  if (kilowatts.length > 0) {
    const values = kilowatts.slice(0, mostNamed).map(String);
    notes.push({ code: "note_kilowatts", values: { values } });
  }
  if (strange.length > 0) {
    const named = strange.slice(0, mostNamed).map((status) => cut(status, 40));
    notes.push({ code: "note_status", values: { states: named } });
  }
  return {
    connectors: places.map(({ draft }) => draft),
    type: present.some(({ evse }) => evse.connectors?.some(isDc)) ? "DC" : "AC",
    isPlanned: present.length > 0 && present.every(({ evse }) => evse.status === "PLANNED"),
    faults: places.flatMap(({ faults }) => faults),
    notes,
  };
}

const mostNamed = 5;
const isDc = ({ power_type }: Plug) => power_type === "DC";

function placeOf(
  { status = "UNKNOWN", connectors: plugs = [] }: Evse,
  path: string,
  number: number,
) {
  const powers = plugs.map(powerOf);
  const faults: RowFault[] = powers.flatMap(({ watts, from }, index) =>
    watts > mostPowerKw * 1_000
      ? [{ path: `${path}.${index}.${from}`, code: "power", values: { most: mostPowerKw } }]
      : [],
  );
  const told = plugs.map(({ standard }, index) => ({
    standard,
    powerW: powers[index]?.watts || null,
  }));
  const place = joinPlugs(told.toSorted((one, other) => (one.standard < other.standard ? -1 : 1)));
  const { standards } = place;
  if (standards.length > mostStandards) {
    faults.push({ path, code: "too_many", values: { most: mostStandards } });
  }
  const draft: ConnectorDraft = {
    number,
    ...place,
    status: outOfOrder.includes(status)
      ? "OutOfOrder"
      : status === "PLANNED"
        ? "Inactive"
        : "Active",
  };
  return { draft, faults, kilowatts: powers.flatMap(({ inKw }) => inKw ?? []) };
}

type Plug = NonNullable<Evse["connectors"]>[number];

/** Nothing that charges a car gives less than so many watts, so a smaller number is kilowatts. */
const leastWatts = 1_000;

/**
 * Watts: as told, else volts × amperes × phases, where volts are from a line to neutral (OCPI), or from line to line
 * as some tell them. A number that is told too small for watts is kilowatts, unless volts and amperes say the same.
 */
function powerOf(plug: Plug): { watts: number; from: string; inKw?: number } {
  const volts = plug.max_voltage ?? plug.voltage ?? 0;
  const amperes = plug.max_amperage ?? plug.amperage ?? 0;
  const phases =
    plug.power_type === "AC_3_PHASE"
      ? volts >= lineToLine
        ? Math.sqrt(3)
        : 3
      : plug.power_type?.startsWith("AC_2_PHASE")
        ? 2
        : 1;
  const reckoned = Math.round(volts * amperes * phases);
  const told = plug.max_electric_power ?? 0;
  const from = "max_electric_power";
  if (told === 0) return { watts: reckoned, from: "max_amperage" };
  const agrees = reckoned > told / 2 && reckoned < told * 2;
  if (told >= leastWatts || agrees) return { watts: Math.round(told), from };
  return { watts: Math.round(told * 1_000), from, inKw: told };
}

/** Volts that are none from a line to neutral. */
const lineToLine = 346;
