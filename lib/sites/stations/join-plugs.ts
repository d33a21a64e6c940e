import type { PlugPowers } from "@/lib/core/plugs";

/** One of a place's plugs; watts, null where nobody says. */
export interface PlugPower {
  readonly standard: string;
  readonly powerW: number | null;
}

/** The plugs of a place and what they give, as connectors keep them; watts. */
export interface JoinedPlugs {
  readonly standards: string[];
  readonly maxPowerW: number | null;
  readonly plugPowersW: PlugPowers;
}

/** A place of these plugs: each standard once, with the most that it gives; told one by one only where they differ. */
export function joinPlugs(plugs: readonly PlugPower[]): JoinedPlugs {
  const powers = new Map<string, number | null>();
  for (const { standard, powerW } of plugs)
    powers.set(standard, most([powers.get(standard), powerW]));
  const all = [...powers.values()];
  const maxPowerW = most(all);
  const isSame = all.every((power) => power === maxPowerW);
  return { standards: [...powers.keys()], maxPowerW, plugPowersW: isSame ? null : all };
}

const most = (powers: readonly (number | null | undefined)[]): number | null =>
  Math.max(0, ...powers.map((power) => power ?? 0)) || null;

/** The plugs of a place one by one. */
export const partPlugs = ({ standards, maxPowerW, plugPowersW }: JoinedPlugs): PlugPower[] =>
  standards.map((standard, at) => ({
    standard,
    powerW: plugPowersW ? (plugPowersW[at] ?? null) : maxPowerW,
  }));

/**
 * A place whose power is told anew, and not of which plugs: those that gave the most give it, the others what they
 * gave, and no more than it.
 */
export function withPower(place: JoinedPlugs, powerW: number | null): JoinedPlugs {
  const { standards, maxPowerW, plugPowersW } = place;
  if (!plugPowersW || powerW === null) return { standards, maxPowerW: powerW, plugPowersW: null };
  const plugs = partPlugs(place).map(({ standard, powerW: before }) => ({
    standard,
    powerW: before === maxPowerW ? powerW : before && Math.min(before, powerW),
  }));
  return joinPlugs(plugs);
}
