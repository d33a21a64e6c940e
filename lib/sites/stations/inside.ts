export { businessOfStations, getStation, lockStation } from "./get-station";
export { type ConnectorRow, type StationRow } from "./rules";
