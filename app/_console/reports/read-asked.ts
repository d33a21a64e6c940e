import { dayMs } from "@/lib/core/durations";
import { ReadReport, type GroupBy } from "@/lib/insight/reports/schema";

/** Bars that a chart has room for. */
const most = { day: 93, week: 400 };

type Name = "from" | "to" | "groupBy" | "stationId" | "businessId";

/**
 * What the page's address asks for: one day alone is that day, and long times are grouped by weeks or months unless it
 * says how. Days that are no range ask for the last 30, and `isWrong` says so. Charts go through time: where the address
 * asks for a row for each station, `rows` of the files are so, and the charts as they fit.
 */
export function readAsked(said: Partial<Record<Name, string | undefined>>): {
  readonly query: ReadReport;
  readonly rows: GroupBy;
  readonly isWrong: boolean;
} {
  const { from = said.to, to = said.from, stationId, businessId } = said;
  const days = from === undefined || to === undefined ? {} : { from, to };
  const length = (Date.parse(to ?? "") - Date.parse(from ?? "")) / dayMs + 1;
  const fitting = length > most.week ? "month" : length > most.day ? "week" : "day";
  const isByStation = said.groupBy === "station";
  const groupBy = isByStation ? fitting : (said.groupBy ?? fitting);
  const asked = ReadReport.safeParse({ ...days, groupBy, stationId, businessId });
  const query = asked.data ?? ReadReport.parse({ stationId, businessId });
  return { query, rows: isByStation ? "station" : query.groupBy, isWrong: !asked.success };
}

/** The business and station that a report is narrowed to, as an address names them. */
export const placesOf = ({ businessId, stationId }: ReadReport): Record<string, string> => ({
  ...(businessId && { businessId }),
  ...(stationId && { stationId }),
});
