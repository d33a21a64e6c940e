import { dayMs } from "@/lib/core/durations";
import { ReadReport } from "@/lib/insight/reports/schema";

/** Bars that a chart has room for. */
const most = { day: 93, week: 400 };

/**
 * What the page's address asks for: one day alone is that day, and long times are grouped by weeks or months unless it
 * says how. Days that are no range ask for the last 30, and `isWrong` says so.
 */
export function readAsked(said: Partial<Record<"from" | "to" | "groupBy" | "stationId", string>>): {
  readonly query: ReadReport;
  readonly isWrong: boolean;
} {
  const { from = said.to, to = said.from, stationId } = said;
  const days = from === undefined || to === undefined ? {} : { from, to };
  const length = (Date.parse(to ?? "") - Date.parse(from ?? "")) / dayMs + 1;
  const fitting = length > most.week ? "month" : length > most.day ? "week" : "day";
  const asked = ReadReport.safeParse({ ...days, groupBy: said.groupBy ?? fitting, stationId });
  if (asked.success && asked.data.groupBy !== "station")
    return { query: asked.data, isWrong: false };
  return { query: ReadReport.parse({}), isWrong: !asked.success };
}
