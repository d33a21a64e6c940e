export { exportCash } from "./export-cash";
export { readCash } from "./read-cash";
export { mailReports } from "./mail-reports";
export {
  endReportSubscription,
  readReportSubscriptions,
  subscribeReport,
} from "./subscribe-report";
export { readDashboard } from "./read-dashboard";
export { readOwnStats } from "./read-own-stats";
export { readNoShows } from "./read-no-shows";
export { readRevenue } from "./read-revenue";
export { readShift } from "./read-shift";
export { readStarts } from "./read-starts";
export { rollDays } from "./roll-days";
export { readUtilization } from "./read-utilization";
export { exportReport } from "./export-report";
export { readBookings } from "./read-bookings";
export { readCancellations } from "./read-cancellations";
export { readEnergy } from "./read-energy";
export { readOwners } from "./read-owners";
export { readStations } from "./read-stations";
export { listVehicleHistory } from "./list-vehicle-history";
export { readVehicleStats } from "./read-vehicle-stats";
