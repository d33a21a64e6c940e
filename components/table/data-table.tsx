import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { cn } from "../ui/class-names";
import { EmptyState } from "../ui/empty-state";
import { listClass, rowClass } from "./row-class";
import type { Column } from "./column";
import { ColumnChoice } from "./column-choice";
import { Pager } from "./pager";
import { SortChoice } from "./sort-choice";
import { SteadyRows } from "./steady-rows";
import { Cell, HeaderCell } from "./table-cells";
import type { TableState } from "./table-state";

/** Why there is nothing to show, and what to do about it. */
export interface Emptiness {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}

/**
 * A list as a table: sorted, paged and with columns chosen by links, so that the address holds its state and it
 * works before any script. Where it has no room for all its columns, as on a phone, each row is a card.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  total,
  state,
  keyOf,
  isSteady = false,
  empty,
}: {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** How many there are on all pages. */
  total: number;
  state: TableState;
  keyOf: (row: Row) => string;
  /** Rows keep their place until the next visit, although they leave the list meanwhile. */
  isSteady?: boolean;
  empty: Emptiness;
}) {
  const t = useTranslations("table");
  if (rows.length === 0) {
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState icon={empty.icon} title={empty.title} action={empty.action}>
          {state.page > 1 ? (
            <Link href={state.href({ page: null })} className="link">
              {t("toFirst")}
            </Link>
          ) : (
            empty.text
          )}
        </EmptyState>
      </div>
    );
  }
  const shown = columns.filter(
    ({ id, isName, isActions, isTick }) => isName || isActions || isTick || !state.hidden.has(id),
  );
  const cellsOf = (row: Row) =>
    shown.map((column) => <Cell key={column.id} column={column} row={row} />);
  return (
    <div className={cn("rounded-lg border bg-surface shadow-sm", listClass(shown.length))}>
      <SortChoice columns={shown} state={state}>
        {shown.find(({ isTick }) => isTick)?.cardsHead}
      </SortChoice>
      {/* Words for screen readers are placed within it: else they would widen the page by what is out of sight. */}
      <div className="relative overflow-x-auto">
        <table className="w-full text-sm cards:block">
          <caption className="sr-only">{caption}</caption>
          <thead className="cards:sr-only">
            <tr className="border-b text-left text-ink-soft">
              {shown.map((column) => (
                <HeaderCell key={column.id} column={column} state={state} />
              ))}
            </tr>
          </thead>
          <tbody className="divide-y cards:block">
            {isSteady ? (
              <SteadyRows
                key={state.href({})}
                rows={rows.map((row) => ({ id: keyOf(row), cells: cellsOf(row) }))}
              />
            ) : (
              rows.map((row) => (
                <tr key={keyOf(row)} className={rowClass}>
                  {cellsOf(row)}
                </tr>
              ))
            )}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t px-3 py-2">
        <ColumnChoice
          columns={columns.filter(
            ({ isName, isActions, isTick }) => !isName && !isActions && !isTick,
          )}
          state={state}
        />
        <Pager state={state} total={total} />
      </div>
    </div>
  );
}
