import { isEnough, plugsOf } from "@/lib/core/plugs";

import { type CarNeed, needInput, plugChoices, powerChoices } from "./car-need";
import type { AlikePlaces } from "./place-groups";

/** Those of a station's places that a car with this need can use. */
export function suitingPlaces(groups: readonly AlikePlaces[], need: CarNeed): AlikePlaces[] {
  const { standard: standards, minPowerKw: minPower } = needInput(need);
  return groups.filter(({ standards: plugs, maxPowerKw: power, plugs: told }) => {
    const powers = told?.map(({ maxPowerKw }) => maxPowerKw) ?? null;
    return isEnough({ standards: plugs, power, powers }, { standards, minPower });
  });
}

/** The plugs that a station has, by the names on offer; what no name is for by OCPI's. */
export function plugsAt(groups: readonly AlikePlaces[]): string[] {
  const present = new Set(groups.flatMap(({ standards }) => standards));
  const offered = plugChoices.filter((plug) => plugsOf(plug).some((one) => present.has(one)));
  const named = new Set(offered.flatMap(plugsOf));
  return [...offered, ...[...present].filter((standard) => !named.has(standard))];
}

/** The least powers on offer that tell a station's places apart. */
export function powersAt(groups: readonly AlikePlaces[]): number[] {
  const most = Math.max(0, ...groups.map(({ maxPowerKw }) => maxPowerKw ?? 0));
  const kinds = new Set(
    groups.flatMap(
      ({ maxPowerKw, plugs }) => plugs?.map((plug) => plug.maxPowerKw) ?? [maxPowerKw],
    ),
  );
  return kinds.size < 2 ? [] : powerChoices.filter((kw) => kw <= most);
}

/** The plugs of a station that fit a car, by the names on offer: those that give the most power first. */
export function plugsForCar(
  groups: readonly AlikePlaces[],
  standards: readonly string[],
): string[] {
  const most = (plug: string) =>
    Math.max(
      ...suitingPlaces(groups, { plug, minPowerKw: null }).map(({ maxPowerKw, plugs }) => {
        const own = plugs?.filter(({ standard }) => plugsOf(plug).includes(standard));
        return Math.max(...(own?.map(({ maxPowerKw: kw }) => kw ?? 0) ?? [maxPowerKw ?? 0]));
      }),
    );
  return plugsAt(groups)
    .filter((plug) => plugsOf(plug).some((one) => standards.includes(one)))
    .toSorted((one, other) => most(other) - most(one));
}
