export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { invariants } from "./check-stations";
export { getStation, lockStation } from "./get-station";
export { type FutureBookings, type WeeklyHours } from "./ports";
export { type ConnectorRow, type StationRow } from "./rules";
