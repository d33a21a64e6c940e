import { plugsOf } from "@/lib/core/plugs";

import { connectorName, connectorStandards } from "@/lib/core/plug-names";

/** What a car asks of its place; null for any. */
export interface CarNeed {
  /** A word of `plugChoices`, or an OCPI ConnectorType. */
  readonly plug: string | null;
  /** Kilowatts. */
  readonly minPowerKw: number | null;
}

export const anyNeed: CarNeed = { plug: null, minPowerKw: null };

/** The plugs on offer by what drivers call them. Proper names: the same in every language. */
const names: Readonly<Record<string, string>> = {
  CCS: "CCS",
  CHADEMO: "CHAdeMO",
  TYPE2: "Type 2",
  J1772: "J1772 (Type 1)",
  NACS: "NACS (Tesla)",
};
export const plugChoices: readonly string[] = Object.keys(names);

/** The least powers on offer, in kilowatts. */
export const powerChoices: readonly number[] = [11, 22, 50, 100, 150, 250];
const mostPowerKw = 1_000;

/** What a plug of a need is called. */
export const plugName = (plug: string): string => names[plug] ?? connectorName(plug);

/** Whether anything is asked. */
export const asksAny = ({ plug, minPowerKw }: CarNeed): boolean =>
  plug !== null || minPowerKw !== null;

/** The address of a page as Next hands it in; of a name that stands there twice, nothing. */
export const addressOf = (params: Readonly<Record<string, string | string[] | undefined>>) =>
  new URLSearchParams(
    Object.entries(params).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );

/** Reads an address, by the names of the API; what is not understood is left out. */
export function readNeed(address: URLSearchParams): CarNeed {
  const kw = Math.round(Number(address.get("minPowerKw")) * 10) / 10;
  return {
    plug: readPlug(address.get("standard") ?? ""),
    minPowerKw: kw > 0 && kw <= mostPowerKw ? kw : null,
  };
}

/** The plug on offer that means the same, else a single one that is known. */
function readPlug(text: string): string | null {
  const meant = plugsOf(text.trim().toUpperCase());
  const same = (plug: string) => plugsOf(plug).toSorted().join() === meant.toSorted().join();
  const [only, ...more] = meant;
  const known = more.length === 0 && only && connectorStandards.includes(only) ? only : null;
  return plugChoices.find(same) ?? known;
}

/** The same as parameters, for an address and for the API alike. */
export function needParams({ plug, minPowerKw }: CarNeed): Record<string, string> {
  return {
    ...(plug !== null && { standard: plug }),
    ...(minPowerKw !== null && { minPowerKw: String(minPowerKw) }),
  };
}

/** A path of a page with the need behind it. */
export function withNeed(path: string, need: CarNeed): string {
  const params = new URLSearchParams(needParams(need)).toString();
  return params ? `${path}?${params}` : path;
}

/** The same as use cases take it. */
export const needInput = ({ plug, minPowerKw }: CarNeed) => ({
  standard: plug === null ? undefined : plugsOf(plug),
  minPowerKw: minPowerKw ?? undefined,
});
