export { ports } from "./answer-ports";
export { invariants } from "./check-slots";
export { eraser } from "./forget-person";
export { findClosings } from "./find-closings";
export { findBookableStations } from "./find-bookable-stations";
export { type Claim, type Taken, type WantedClaim } from "./find-claims";
export { findLoweredCapacity, type LoweredCapacity } from "./find-lowered-capacity";
export { findLowerings, meetsSlot } from "./find-lowerings";
export { findSlots } from "./find-slots";
export { countFreePlaces } from "./count-free-places";
export { claimOrMeet, claimPlaces, takeByCount, type Met } from "./claim-places";
export { hasRoom } from "./has-room";
export { holdAlone } from "./hold-alone";
export { lockPlaces } from "./lock-places";
export { decidePlaces } from "./decide-places";
export { lotOf, type NumberedGroup } from "./lot-of";
export { byPreference, groupKey, needIn, suits, type Kind, type Need } from "./place-groups";
export { type MisfitBooking, type PlaceHolder } from "./ports";
export { regroupClaims } from "./regroup-claims";
export { rebuildSlots } from "./rebuild-slots";
export { recountPlaces } from "./recount-places";
export { releasePlaces } from "./release-places";
export {
  freeRuns,
  horizonEnd,
  longestSlotBefore,
  timesOf,
  type Slot,
  type TimeSlot,
} from "./rules";
export { jobs } from "./jobs";
export { isWaitedFor } from "./store/reserved";
export { findGroups, findGroupSlots, findSlotsAt, type StationTime } from "./store/slots";
export { viewLowering } from "./view";
export { weighPlaces, type NumberedPlace, type PlaceWeight } from "./weigh-places";
