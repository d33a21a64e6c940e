import { ArrowDown, ArrowUp, ChevronsUpDown, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { cn } from "../ui/class-names";
import { EmptyState } from "../ui/empty-state";
import { rowClass } from "./row-class";
import { ColumnChoice } from "./column-choice";
import { Pager } from "./pager";
import { SortChoice } from "./sort-choice";
import { SteadyRows } from "./steady-rows";
import type { TableState } from "./table-state";

/** A column: its words, what a row shows in it, and by which name the list sorts it. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Holds for all that stands in it, such as a zone: said once at its head, and with each title on a phone. */
  readonly note?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
  readonly sort?: string;
  readonly align?: "end";
  /** Holds long names, which would otherwise break after each word. */
  readonly isWide?: boolean;
  /** Names the row: it is its heading, and cannot be put away. */
  readonly isName?: boolean;
  /** Left out where a laptop's window has no room for all: it says least, and stands on the row's own page. */
  readonly isSpare?: boolean;
  /** Holds a row's buttons: without a visible title, and always in sight. */
  readonly isActions?: boolean;
  /** Holds a row's checkbox: it cannot be put away. */
  readonly isTick?: boolean;
  /** Stands at the head of the column in place of its title. */
  readonly head?: ReactNode;
}

/** Why there is nothing to show, and what to do about it. */
export interface Emptiness {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}

/**
 * A list as a table: sorted, paged and with columns chosen by links, so that the address holds its state and it
 * works before any script. On a phone each row is a card.
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
    <div className="rounded-lg border bg-surface shadow-sm">
      <SortChoice columns={shown} state={state} />
      {/* Words for screen readers are placed within it: else they would widen the page by what is out of sight. */}
      <div className="relative overflow-x-auto">
        <table className="w-full text-sm max-sm:block">
          <caption className="sr-only">{caption}</caption>
          <thead className="max-sm:sr-only">
            <tr className="border-b text-left text-ink-soft">
              {shown.map((column) => (
                <HeaderCell key={column.id} column={column} state={state} />
              ))}
            </tr>
          </thead>
          <tbody className="divide-y max-sm:block">
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

const spareClass = "sm:max-[89.9rem]:hidden";

/** What can be done stays in sight, however wide the table is (screens.md, S24). */
const pinnedClass =
  "max-sm:text-left sm:sticky sm:right-0 sm:w-px sm:text-right sm:bg-surface sm:[tr:hover>&]:bg-sunken";

/** Room for a few words in a line; a word that is longer than that breaks, so that the other columns stay in sight. */
const wideClass = "wrap-anywhere sm:min-w-36 sm:max-2xl:min-w-32";

/** Columns stand closer, and what holds for a column below its title, where a laptop's window would cut the last of them. */
const padClass = "px-3 sm:max-2xl:px-2 sm:max-2xl:first:pl-3";

function HeaderCell<Row>({ column, state }: { column: Column<Row>; state: TableState }) {
  const { title, note, sort, align, isActions, isSpare, head } = column;
  const place = cn(
    "h-12 font-medium whitespace-nowrap",
    padClass,
    isSpare && spareClass,
    align === "end" && "text-right",
    isActions && "sm:sticky sm:right-0 sm:rounded-tr-lg sm:bg-surface",
  );
  if (!sort) {
    return (
      <th scope="col" className={place}>
        {head ? (
          <span className="max-sm:hidden">{head}</span>
        ) : isActions ? (
          <span className="sr-only">{title}</span>
        ) : (
          <>
            {title}
            {note && <span className="block text-xs font-normal">{note}</span>}
          </>
        )}
      </th>
    );
  }
  const up = state.sort === sort;
  const down = state.sort === `-${sort}`;
  const Icon = up ? ArrowUp : down ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={up ? "ascending" : down ? "descending" : undefined}
      className={place}
    >
      {/* The phone's hidden headings take no focus: it sorts by its own menu. */}
      <span className="sm:hidden">{title}</span>
      <Link
        href={state.href({ sort: up ? `-${sort}` : sort })}
        scroll={false}
        className={cn(
          "-mx-2 inline-flex max-sm:hidden min-h-9 items-center gap-1 rounded-sm px-2 hover:bg-sunken hover:text-ink",
          (up || down) && "text-ink",
        )}
      >
        <span>
          {title}
          {note && <span className="block text-xs font-normal">{note}</span>}
        </span>
        <Icon aria-hidden className="size-3.5" />
      </Link>
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { title, note, align, isWide, isName, isActions, isTick, isSpare } = column;
  const place = cn(
    isWide && wideClass,
    isSpare && spareClass,
    // A phone's card leaves out what a row lacks.
    "max-sm:has-[>span:last-child:empty]:hidden",
    padClass,
    "py-3 align-middle max-sm:wrap-anywhere max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:justify-between max-sm:gap-x-4 max-sm:p-0",
    align === "end" && "tabular text-right",
  );
  if (isName) {
    return (
      <th
        scope="row"
        className={cn(
          padClass,
          "py-3 text-left align-middle font-medium max-sm:block max-sm:p-0 max-sm:pb-1 max-sm:text-base max-sm:wrap-anywhere",
          isWide && wideClass,
        )}
      >
        {column.cell(row)}
      </th>
    );
  }
  // On a phone it stands in the card's corner.
  if (isTick) {
    return (
      <td className="w-px py-1 pl-3 align-middle max-sm:absolute max-sm:top-1 max-sm:right-4 max-sm:w-auto max-sm:p-0">
        {column.cell(row)}
      </td>
    );
  }
  return (
    <td className={cn(place, isActions && cn(pinnedClass, "whitespace-nowrap max-sm:pt-2"))}>
      {!isActions && (
        <span className="shrink-0 text-ink-soft sm:hidden">
          {title}
          {note && ` (${note})`}
        </span>
      )}
      <span className="min-w-0 max-sm:flex-[1_1_min(9rem,100%)] max-sm:text-right">
        {column.cell(row)}
      </span>
    </td>
  );
}
