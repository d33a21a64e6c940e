import { isEnough, kindKey, type PlugPowers } from "@/lib/core/plugs";

/** What slots know of a place where one car can charge. */
export interface Place {
  readonly id: string;
  readonly number: number;
  /** OCPI ConnectorType values. */
  readonly standards: readonly string[];
  /** Watts, the most that one of its plugs gives; null where nobody says. */
  readonly powerW: number | null;
  /** The same of each plug, where they differ. */
  readonly plugPowersW: PlugPowers;
}

/** What a car asks of its place; whatever is not asked for is any. */
export interface Need {
  /** OCPI ConnectorTypes, one of which is enough: `CCS` may be either of two. */
  readonly standards?: readonly string[] | undefined;
  /** Watts. */
  readonly minPowerW?: number | undefined;
  /** The group in which the car stands already. */
  readonly group?: number | undefined;
}

/** What is asked of a place as people say it: plugs, and a power in kW. */
export function needIn({
  standard,
  minPowerKw,
}: {
  readonly standard?: readonly string[] | undefined;
  readonly minPowerKw?: number | undefined;
}): Need {
  return {
    standards: standard,
    minPowerW: minPowerKw === undefined ? undefined : Math.round(minPowerKw * 1_000),
  };
}

/** Plugs and power, by which places are alike. */
export type Kind = Pick<Place, "standards" | "powerW" | "plugPowersW">;

/** Places of one station that are alike to a car (product.md, Slot), the lowest number first. */
export interface PlaceGroup extends Kind {
  readonly key: string;
  readonly places: readonly Place[];
}

/** The same for all places with the same plugs, in whatever order, and the same power of each. */
export const groupKey = ({ standards, powerW, plugPowersW }: Kind): string =>
  kindKey(standards, powerW, plugPowersW);

/** The groups of a station's places, that with the lowest number first. */
export function groupPlaces(places: readonly Place[]): PlaceGroup[] {
  const inOrder = places.toSorted((one, other) => one.number - other.number);
  return [...Map.groupBy(inOrder, groupKey)].map(([key, alike]) => {
    const [{ standards: plugs, powerW, plugPowersW } = nothing] = alike;
    const standards = [...new Set(plugs)].toSorted();
    const powers = plugPowersW && standards.map((one) => plugPowersW[plugs.indexOf(one)] ?? null);
    return { key, standards, powerW, plugPowersW: powers, places: alike };
  });
}

const nothing: Kind = { standards: [], powerW: null, plugPowersW: null };

/** Whether the car can charge there, and stands there where it stands already. */
export function suits(
  { standards, powerW, plugPowersW, number }: Kind & { readonly number?: number },
  { standards: asked, minPowerW, group }: Need,
): boolean {
  if (group !== undefined && group !== number) return false;
  const place = { standards, power: powerW, powers: plugPowersW };
  return isEnough(place, { standards: asked, minPower: minPowerW });
}

/**
 * Orders groups in which a car finds room, the one to take first: fewest other plugs, then the lowest power that is
 * enough, so that what others need stays free; then the most room. `free` tells the room of each.
 */
export function byPreference<G extends Kind>(
  { standards: asked = [] }: Need,
  free: (group: G) => number,
) {
  const others = ({ standards }: Kind) => standards.filter((one) => !asked.includes(one)).length;
  return (one: G, other: G): number =>
    others(one) - others(other) ||
    (one.powerW ?? 0) - (other.powerW ?? 0) ||
    free(other) - free(one);
}
