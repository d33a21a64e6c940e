// Plugs and places as every face of the house knows them, without the schemas: pages read them in the browser too.

const ccs = ["IEC_62196_T2_COMBO", "IEC_62196_T1_COMBO"] as const;
const nacs = ["SAE_J3400", "TESLA_S"] as const;

/** Plugs by what people and other systems call them; a word for several of OCPI's ConnectorTypes means any of them. */
export const plugWords: Readonly<Record<string, readonly string[]>> = {
  CCS: ccs,
  COMBO: ccs,
  CCS1: ["IEC_62196_T1_COMBO"],
  CCS2: ["IEC_62196_T2_COMBO"],
  J1772: ["IEC_62196_T1"],
  TYPE1: ["IEC_62196_T1"],
  TYPE2: ["IEC_62196_T2"],
  NACS: nacs,
  TESLA: nacs,
};

/** The OCPI ConnectorTypes that a word in capitals may mean; the word itself where it is no short name. */
export const plugsOf = (word: string): readonly string[] =>
  plugWords[word.replaceAll(/[ _-]/g, "")] ?? [word];

/** Where a plug is usual: by the zone's name, since it tells the continent. */
const regionOf = (timeZone: string) => (timeZone.startsWith("America/") ? "Americas" : "Elsewhere");

/** A plug and its power as they are usual for the current and region: what is taken for a mere number of connectors. */
const usual = {
  AC: { Americas: "IEC_62196_T1", Elsewhere: "IEC_62196_T2", powerKw: 7.4 },
  DC: { Americas: "IEC_62196_T1_COMBO", Elsewhere: "IEC_62196_T2_COMBO", powerKw: 50 },
} as const;

/** What is usual of a new connector: its plug and its power. */
export function usualConnector(type: keyof typeof usual, timeZone: string) {
  const { powerKw, ...plugs } = usual[type];
  return { standard: plugs[regionOf(timeZone)], powerKw };
}

/** What each plug of a place gives, in the order of the plugs; null where all give the place's power. */
export type PlugPowers = readonly (number | null)[] | null;

/** A place as a car knows it, its power in any one unit. */
export interface PlaceFacts {
  readonly standards: readonly string[];
  /** The most that one of its plugs gives; null where nobody says. */
  readonly power: number | null;
  readonly powers: PlugPowers;
}

/** What the n-th plug of a place gives; null where nobody says. */
const powerAt = ({ power, powers }: Omit<PlaceFacts, "standards">, index: number) =>
  powers ? (powers[index] ?? null) : power;

/** The same for all places with the same plugs, in whatever order, and the same power of each (product.md, Slot). */
export function kindKey(
  standards: readonly string[],
  power: number | null,
  powers: PlugPowers,
): string {
  const plugs = new Map(
    standards.map((standard, at) => [standard, powerAt({ power, powers }, at)] as const),
  );
  const names = [...plugs.keys()].toSorted();
  if ([...plugs.values()].every((one) => one === power)) return `${names.join("+")}@${power ?? ""}`;
  return names.map((name) => `${name}@${plugs.get(name) ?? ""}`).join("+");
}

/** What a car asks of its place; whatever is not asked for is any. Power in the unit that the place's is told in. */
export interface PlugNeed {
  /** OCPI ConnectorTypes, one of which is enough. */
  readonly standards?: readonly string[] | undefined;
  readonly minPower?: number | undefined;
}

/**
 * Whether a car can charge at a place: by one of its plugs that is asked for and gives enough itself. A power that nobody
 * tells is not promised to who asks for one.
 */
export function isEnough(place: PlaceFacts, { standards: asked, minPower }: PlugNeed): boolean {
  if (asked && !asked.some((one) => place.standards.includes(one))) return false;
  if (minPower === undefined) return true;
  return place.standards.some((one, at) => {
    const power = powerAt(place, at);
    return power !== null && power >= minPower && (!asked || asked.includes(one));
  });
}

/** A place as the API tells it, powers in kW; without `plugs` all of them give the place's power. */
export interface PlaceView {
  readonly standards: readonly string[];
  readonly maxPowerKw: number | null;
  readonly plugs?:
    | readonly { readonly standard: string; readonly maxPowerKw: number | null }[]
    | undefined;
}

/** `kindKey` of a place as the API tells it. */
export const placeKey = ({ standards, maxPowerKw, plugs }: PlaceView): string =>
  kindKey(standards, maxPowerKw, plugs?.map((plug) => plug.maxPowerKw) ?? null);

const kilowatts = (watts: number | null) => (watts === null ? null : watts / 1_000);

/** A place as the API tells it; powers in watts. */
export function viewPlace({
  standards,
  powerW: power,
  plugPowersW: powers,
}: {
  readonly standards: readonly string[];
  readonly powerW: number | null;
  readonly plugPowersW: PlugPowers;
}) {
  const plugs = standards.map((standard, at) => ({
    standard,
    maxPowerKw: kilowatts(powerAt({ power, powers }, at)),
  }));
  return { standards: [...standards], maxPowerKw: kilowatts(power), plugs };
}
