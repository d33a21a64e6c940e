export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { placeStation } from "./create-station";
export { endOutage, moveOutage, setOutage } from "./change-outage";
export { invariants } from "./check-stations";
export { eraser } from "./forget-person";
export { findConnectors, getStation, lockStation } from "./get-station";
export { jobs } from "./jobs";
export { openReadyStation } from "./open-ready-station";
export { moveRating } from "./move-rating";
export { openCsv, type CsvRecord } from "./parse-csv-records";
export { type FutureBookings, type WeeklyHours } from "./ports";
export {
  assertTakesBookings,
  isRatingShown,
  openStatuses,
  takesBookings,
  type ConnectorRow,
  type StationRow,
} from "./rules";
export { byNearness, isAround, isInBox, metresTo } from "./store/around";
export { within } from "./store/stations";
