import { dayMs } from "@/lib/core/durations";

import type { KeptAct } from "./act";
import { isWaiting } from "./replay";

/** How long what is done stays in sight. */
const doneForMs = dayMs;

/** Without a refusal that its reader has seen; what waits cannot be put away. */
export const dismiss = (acts: readonly KeptAct[], key: string): KeptAct[] =>
  acts.filter(({ act, state }) => act.key !== key || state === "Waiting");

/** Without a cancellation that waits, of which nothing follows; what else waits, or is told, stays. */
export const undo = (acts: readonly KeptAct[], key: string): KeptAct[] =>
  acts.filter(({ act, state }) => act.key !== key || act.kind !== "Cancel" || state !== "Waiting");

/** Without what was done a day ago. A refusal stays until somebody has seen it. */
export const tidy = (acts: readonly KeptAct[], now: number): KeptAct[] =>
  acts.filter(({ state, settledAt = now }) => state !== "Done" || now - settledAt < doneForMs);

/** Whether an act is of none of these stations. */
export const isElsewhere =
  (stationIds: readonly string[]) =>
  ({ act }: KeptAct): boolean =>
    !stationIds.includes(act.stationId);

/**
 * Without what was done at a station that the operator has lost; what is not told yet stays until it is, since the
 * server keeps it for whoever is there now: money may have been taken.
 */
export function atStations(acts: readonly KeptAct[], stationIds: readonly string[]): KeptAct[] {
  const isLost = isElsewhere(stationIds);
  return acts.filter((one) => isWaiting(one) || !isLost(one));
}
