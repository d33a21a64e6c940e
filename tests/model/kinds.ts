/** A place's plugs and its power in watts, by which places are alike. */
export interface Kind {
  readonly plugs: readonly string[];
  /** The most that one of them gives. */
  readonly powerW: number;
  /** What another one of them gives, where that is less. */
  readonly lesser?: { readonly plug: string; readonly powerW: number };
}
/** What a car asks for; null for any. */
export interface Need {
  readonly plug: string | null;
  readonly powerW: number | null;
}
export const anything: Need = { plug: null, powerW: null };

/** What one of a place's plugs gives. */
export const powerOf = ({ powerW, lesser }: Kind, plug: string) =>
  lesser?.plug === plug ? lesser.powerW : powerW;

export function keyOf(kind: Kind): string {
  const names = kind.plugs.toSorted();
  if (!kind.lesser) return `${names.join("+")}@${kind.powerW}`;
  return names.map((plug) => `${plug}@${powerOf(kind, plug)}`).join("+");
}

const ccs = "IEC_62196_T2_COMBO";
const chademo = "CHADEMO";

const slow = 50_000;
const fast = 150_000;
export const usual: Kind = { plugs: ["IEC_62196_T1_COMBO"], powerW: slow };
/** The places of the station of several kinds. */
export const mixed: readonly Kind[] = [
  { plugs: [ccs], powerW: slow },
  { plugs: [ccs], powerW: slow },
  { plugs: [ccs, chademo], powerW: slow },
  { plugs: [chademo], powerW: slow },
];
const kinds: readonly Kind[] = [
  usual,
  usual,
  ...mixed.slice(1),
  { plugs: [ccs], powerW: fast },
  { plugs: [...usual.plugs, chademo], powerW: fast },
  { plugs: [ccs, chademo], powerW: fast, lesser: { plug: chademo, powerW: slow } },
  { plugs: [chademo, ccs], powerW: fast, lesser: { plug: ccs, powerW: slow } },
];
export const kindOf = (draw: number): Kind => kinds[draw % kinds.length] ?? usual;
/** A kind as the use cases are told it. */
export const wordsOf = (kind: Kind) => ({
  plugs: kind.plugs.map((standard) => ({
    standard,
    maxPowerKw: powerOf(kind, standard) / 1_000,
  })),
});

const needs: readonly Need[] = [
  { plug: null, powerW: null },
  { plug: null, powerW: null },
  { plug: null, powerW: null },
  { plug: ccs, powerW: null },
  { plug: chademo, powerW: null },
  { plug: ccs, powerW: fast },
  { plug: chademo, powerW: fast },
  { plug: null, powerW: fast },
  { plug: "IEC_62196_T1_COMBO", powerW: slow },
];
export const needOf = (draw: number): Need => needs[draw % needs.length] as Need;
/** What is asked for, as the use case is told it. */
export const askOf = ({ plug, powerW }: Need) => ({
  ...(plug !== null && { standard: [plug] }),
  ...(powerW !== null && { minPowerKw: powerW / 1_000 }),
});
