import { moneyView } from "@/lib/core/money";

import type { TakenRow } from "./rules";
import type { CashReport } from "./schema";

type Taken = CashReport["totals"][number];

/** What was taken, in the API's form. */
export function viewTaken(row: Omit<TakenRow, "operatorId" | "operator">): Taken {
  const money = (amountMinor: number) => moneyView(amountMinor, row.currency);
  return {
    sessions: row.sessions,
    charged: money(row.chargedMinor),
    received: money(row.receivedMinor),
    change: money(row.changeMinor),
    due: money(row.dueMinor),
    kept: money(row.receivedMinor - row.changeMinor),
  };
}

/** The sums of all rows, one a currency, in the order of their codes. */
export function viewTotals(rows: readonly TakenRow[]): Taken[] {
  const byCurrency = Map.groupBy(rows, ({ currency }) => currency);
  return [...byCurrency.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [group.slice(1).reduce(addTaken, first)] : [];
    })
    .toSorted((one, other) => one.currency.localeCompare(other.currency, "en"))
    .map(viewTaken);
}

function addTaken(one: TakenRow, other: TakenRow): TakenRow {
  return {
    ...one,
    sessions: one.sessions + other.sessions,
    chargedMinor: one.chargedMinor + other.chargedMinor,
    receivedMinor: one.receivedMinor + other.receivedMinor,
    changeMinor: one.changeMinor + other.changeMinor,
    dueMinor: one.dueMinor + other.dueMinor,
  };
}

/** By operator's name, then currency. */
export const byOperator = (one: TakenRow, other: TakenRow): number =>
  (one.operator ?? "").localeCompare(other.operator ?? "", "en") ||
  (one.operatorId ?? "").localeCompare(other.operatorId ?? "") ||
  one.currency.localeCompare(other.currency, "en");
