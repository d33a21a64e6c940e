export { readMatches } from "./read-matches";
export { readDashboard } from "./read-dashboard";
export { readNoShows } from "./read-no-shows";
export { readRevenue } from "./read-revenue";
export { readStarts } from "./read-starts";
export { readUtilization } from "./read-utilization";
