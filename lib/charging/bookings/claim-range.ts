import type { Claim, Need, WantedClaim } from "@/lib/sites/schedules/inside";

import type { Range } from "./cut-ranges";

/** What a booking holds at its station (product.md, Slot). */
export function claimOf({
  stationId,
  startsAt,
  endsAt,
  placeGroup: group,
}: Range & { readonly stationId: string; readonly placeGroup: number }): Claim {
  return { kind: "Booking", stationId, startsAt, endsAt, group };
}

/** What is to be held by a booking that is made or moved. */
export function wantedClaimOf(
  { stationId, startsAt, endsAt }: Range & { readonly stationId: string },
  need: Need,
): WantedClaim {
  return { kind: "Booking", stationId, startsAt, endsAt, need };
}

/** What a booking's car asks of its place. */
export function needOf({
  standard,
  minPowerW,
}: {
  readonly standard: string | null;
  readonly minPowerW: number | null;
}): Need {
  return {
    standards: standard === null ? undefined : [standard],
    minPowerW: minPowerW ?? undefined,
  };
}
