import type { KeptAct } from "./act";

/** Refusals that the phone itself gives; those of the server come with their words. */
const ownRefusals = ["no_session", "check_in_refused", "no_picture"] as const;

/** Which refusal of the phone's own it is. */
export const ownRefusal = ({ refusal }: KeptAct): (typeof ownRefusals)[number] | undefined =>
  ownRefusals.find((code) => refusal?.code === `offline.${code}`);

/**
 * Whether nobody but this phone has what a refused act holds: a photo, or a note that was never sent because its
 * check-in was refused. A note that the server refuses itself it keeps, for somebody to settle.
 */
export function isOnlyHere(kept: KeptAct): boolean {
  if (kept.state !== "Refused") return false;
  const own = ownRefusal(kept);
  const { kind } = kept.act;
  return kind === "Photo" ? own !== "no_picture" : kind === "Note" && own !== undefined;
}
