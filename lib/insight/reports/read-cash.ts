import { asReport } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";

import { chooseDays } from "./choose-days";
import { chooseScope } from "./choose-scope";
import type { CashReport, ReadCash } from "./schema";
import { sumCash } from "./store/takings";
import { byOperator, viewTaken, viewTotals } from "./view-takings";

/**
 * What operators took in cash, by the day on which the sessions ended: exact sums per currency, with the change that
 * was given and what is still due. Throws what `chooseScope` does, `station.not_found` for a station out of reach, and `report.busy`.
 */
export async function readCash(ctx: Context, query: ReadCash): Promise<CashReport> {
  const scope = await chooseScope(ctx, query);
  return asReport(ctx, async (ctx) => {
    const { from, to, timeZone, stationId } = await chooseDays(ctx, scope, query, 30);
    const rows = await sumCash(ctx, scope, { from, to, stationId });
    const inOrder = rows.toSorted(
      (one, other) => one.key.localeCompare(other.key) || byOperator(one, other),
    );
    return {
      from,
      to,
      timeZone,
      rows: inOrder.map(({ key, operatorId, operator, ...taken }) => ({
        day: key,
        operatorId,
        operator,
        ...viewTaken(taken),
      })),
      totals: viewTotals(rows),
    };
  });
}
