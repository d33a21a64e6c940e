export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { endOutage, moveOutage, setOutage } from "./change-outage";
export { invariants } from "./check-stations";
export { eraser } from "./forget-person";
export { findConnectors, getStation, lockStation } from "./get-station";
export { type FutureBookings, type WeeklyHours } from "./ports";
export { assertTakesBookings, type ConnectorRow, type StationRow } from "./rules";
