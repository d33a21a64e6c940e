export { listSlots } from "./list-slots";
export { lockSlots } from "./lock-slots";
export { rebuildSlots } from "./rebuild-slots";
export { releaseSlots } from "./release-slots";
export { findConflict, type Slot } from "./rules";
export { type StationRange } from "./store/slots";
export { takeSlots } from "./take-slots";
