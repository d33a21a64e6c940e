import { usualConnector } from "@/lib/core/plugs";

import { type JoinedPlugs, joinPlugs, partPlugs, withPower } from "./join-plugs";
import type { ConnectorRow } from "./rules";
import type { ConnectorInput, CurrentType } from "./schema";

/** The connectors of a new station: as listed, or so many of the usual kind, numbered from 1. */
export function connectorsOf(
  given: number | readonly ConnectorInput[],
  type: CurrentType,
  timeZone: string,
): Omit<ConnectorRow, "id" | "stationId">[] {
  const { standard, powerKw } = usualConnector(type, timeZone);
  const list: readonly ConnectorInput[] =
    typeof given === "number"
      ? Array.from({ length: given }, (_, index) => ({
          number: index + 1,
          maxPowerKw: powerKw,
        }))
      : given;
  const unsaid = { standards: [standard], maxPowerW: null, plugPowersW: null };
  return list.map((item) => ({
    number: item.number,
    ...plugsTold(item, unsaid, timeZone),
    status: item.status ?? "Active",
  }));
}

const watts = (kilowatts: number | null | undefined): number | null =>
  kilowatts == null ? null : Math.round(kilowatts * 1_000);

/**
 * The plugs of a connector as they are told, and what they give: each by itself, or all of them the same; what is not
 * told stays as it was. Whoever tells other plugs tells their power with them; a new power alone is that of the
 * strongest (`withPower`).
 */
export function plugsTold(
  { plugs, standard, standards, maxPowerKw }: Omit<ConnectorInput, "number">,
  before: JoinedPlugs,
  timeZone: string,
): JoinedPlugs {
  if (plugs) {
    return joinPlugs(
      plugs.map((plug) => ({
        standard: plugNamed(plug.standard, timeZone),
        powerW: watts(plug.maxPowerKw),
      })),
    );
  }
  const told = standards ?? (standard === undefined ? before.standards : [standard]);
  const names = told.map((name) => plugNamed(name, timeZone));
  const known = new Map(partPlugs(before).map((plug) => [plug.standard, plug]));
  const isSame = names.length === known.size && names.every((name) => known.has(name));
  const powerW = maxPowerKw === undefined ? before.maxPowerW : watts(maxPowerKw);
  const place = isSame
    ? joinPlugs(names.flatMap((name) => known.get(name) ?? []))
    : { standards: names, maxPowerW: powerW, plugPowersW: null };
  return powerW === place.maxPowerW ? place : withPower(place, powerW);
}

/** A plug by OCPI's name; short names are read by what is usual in the region (api.md, Availability). */
export function plugNamed(name: string, timeZone: string): string {
  const short: Readonly<Record<string, string>> = {
    CCS: usualConnector("DC", timeZone).standard,
    CCS1: "IEC_62196_T1_COMBO",
    CCS2: "IEC_62196_T2_COMBO",
    TYPE1: "IEC_62196_T1",
    TYPE2: "IEC_62196_T2",
  };
  return short[name] ?? name;
}
