import type { Tariff } from "@/lib/money/tariffs/inside";
import type {
  ConnectorInput,
  StationListItem,
  CurrentType,
  StationStatus,
  ConnectorStatus,
  Approval,
} from "./schema";

/** A station's stored facts that other rooms decide by. */
export interface StationRow {
  readonly id: string;
  readonly businessId: string | null;
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly type: CurrentType;
  readonly status: StationStatus;
  readonly slotMinutes: number;
  readonly approval: Approval;
  readonly description: string | null;
  readonly phone: string | null;
  readonly hoursNote: string | null;
  readonly amenities: string[];
  readonly network: string | null;
}

export interface ConnectorRow {
  readonly id: string;
  readonly stationId: string;
  readonly number: number;
  readonly standards: string[];
  readonly maxPowerW: number | null;
  readonly status: ConnectorStatus;
}

/** One found station, as the search reads it. */
export interface FoundStation extends StationRow {
  readonly connectors: number;
  readonly maxPowerW: number | null;
  readonly tariff: Tariff | null;
  readonly distanceM: number | null;
  readonly availability: StationListItem["availability"];
}

/** A plug and its power where only a number of connectors is given: what is usual for the type and region. */
const usual = {
  AC: { Americas: "IEC_62196_T1", Elsewhere: "IEC_62196_T2", powerW: 7_400 },
  DC: { Americas: "IEC_62196_T1_COMBO", Elsewhere: "IEC_62196_T2_COMBO", powerW: 50_000 },
} as const;

/** The connectors of a new station: as listed, or so many of the usual kind, numbered from 1. */
export function connectorsOf(
  given: number | readonly ConnectorInput[],
  type: CurrentType,
  timeZone: string,
): Omit<ConnectorRow, "id" | "stationId">[] {
  const { powerW, ...plugs } = usual[type];
  const plug = timeZone.startsWith("America/") ? plugs.Americas : plugs.Elsewhere;
  const list: readonly ConnectorInput[] =
    typeof given === "number"
      ? Array.from({ length: given }, (_, index) => ({
          number: index + 1,
          maxPowerKw: powerW / 1000,
        }))
      : given;
  return list.map((item) => ({
    number: item.number,
    standards: item.standards ?? [item.standard ?? plug],
    maxPowerW: item.maxPowerKw == null ? null : Math.round(item.maxPowerKw * 1000),
    status: item.status ?? "Active",
  }));
}

/** What changed between two sets of facts: field → `[before, after]`. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, [unknown, unknown]> {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]))
      .map(([name, value]) => [name, [before[name] ?? null, value]]),
  );
}
