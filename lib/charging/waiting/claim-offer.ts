import type { Claim, Need } from "@/lib/sites/schedules/inside";

import type { WaitingRow } from "./store/entries";
import type { Offer } from "./store/offers";

/** What a place that is held for an owner takes at its station (product.md, Slot). */
export function claimOf({ stationId, startsAt, endsAt, placeGroup }: Offer): Claim {
  return { kind: "Offer", stationId, startsAt, endsAt, group: placeGroup };
}

/** What the car asks of its place. */
export function needOf({ standards, minPowerW }: WaitingRow): Need {
  return { standards: standards ?? undefined, minPowerW: minPowerW ?? undefined };
}
