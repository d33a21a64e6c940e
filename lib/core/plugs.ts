// Plugs and places as every face of the house knows them, without the schemas: pages read them in the browser too.

const ccs = ["IEC_62196_T2_COMBO", "IEC_62196_T1_COMBO"] as const;
const nacs = ["SAE_J3400", "TESLA_S"] as const;

/** Plugs by what people and other systems call them; a word for several of OCPI's ConnectorTypes means any of them. */
const plugWords: Readonly<Record<string, readonly string[]>> = {
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

/** The same for all places with the same plugs, in whatever order, and the same power (product.md, Slot). */
export const kindKey = (standards: readonly string[], power: number | null): string =>
  `${[...new Set(standards)].toSorted().join("+")}@${power ?? ""}`;

/** What a car asks of its place; whatever is not asked for is any. Power in the unit that the place's is told in. */
export interface PlugNeed {
  /** OCPI ConnectorTypes, one of which is enough. */
  readonly standards?: readonly string[] | undefined;
  readonly minPower?: number | undefined;
}

/** Whether a car can charge at a place; a power that nobody tells is not promised to who asks for one. */
export function isEnough(
  place: { readonly standards: readonly string[]; readonly power: number | null },
  { standards: asked, minPower }: PlugNeed,
): boolean {
  if (asked && !asked.some((one) => place.standards.includes(one))) return false;
  return minPower === undefined || (place.power !== null && place.power >= minPower);
}
