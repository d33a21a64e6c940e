import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";

import { cn } from "../ui/class-names";
import type { Column } from "./column";
import type { TableState } from "./table-state";

const spareClass = "rows:max-[89.9rem]:hidden";

/** What can be done stays in sight, however wide the table is (screens.md, S24). */
const pinnedClass =
  "cards:text-left cards:@min-[43rem]:col-start-3 cards:@min-[43rem]:row-start-1 cards:@min-[43rem]:justify-self-end cards:@min-[43rem]:pt-0 rows:sticky rows:right-0 rows:w-px rows:text-right rows:bg-surface rows:[tr:hover>&]:bg-sunken";

/** Room for a few words in a line; a word that is longer than that breaks, so that the other columns stay in sight. */
const wideClass = "wrap-anywhere rows:min-w-36 rows:max-2xl:min-w-32";

/** Columns stand closer, and what holds for a column below its title, where a laptop's window would cut the last of them. */
const padClass = "px-3 rows:max-2xl:px-2 rows:max-2xl:first:pl-3";

/** The head of a column: its words, and the links that sort by it. */
export function HeaderCell<Row>({ column, state }: { column: Column<Row>; state: TableState }) {
  const { title, note, sort, align, isActions, isSpare, head } = column;
  const place = cn(
    "h-12 font-medium whitespace-nowrap",
    padClass,
    isSpare && spareClass,
    align === "end" && "text-right",
    isActions && "rows:sticky rows:right-0 rows:rounded-tr-lg rows:bg-surface",
  );
  if (!sort) {
    return (
      <th scope="col" className={place}>
        {head ? (
          <span className="cards:hidden">{head}</span>
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
      {/* The cards' hidden headings take no focus: they are sorted by a menu. */}
      <span className="rows:hidden">{title}</span>
      <Link
        href={state.href({ sort: up ? `-${sort}` : sort })}
        scroll={false}
        className={cn(
          "-mx-2 inline-flex cards:hidden min-h-9 items-center gap-1 rounded-sm px-2 hover:bg-sunken hover:text-ink",
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

/** What a row shows in a column; in a card beside the column's words. */
export function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { title, note, align, isWide, isName, isActions, isTick, isSpare } = column;
  const place = cn(
    isWide && wideClass,
    isSpare && spareClass,
    // A card leaves out what a row lacks.
    "cards:has-[>span:last-child:empty]:hidden",
    padClass,
    "py-3 align-middle cards:wrap-anywhere cards:flex cards:flex-wrap cards:items-baseline cards:justify-between cards:gap-x-4 cards:p-0 cards:@min-[43rem]:block cards:@min-[43rem]:text-left",
    align === "end" && "tabular text-right",
  );
  if (isName) {
    return (
      <th
        scope="row"
        className={cn(
          padClass,
          "py-3 text-left align-middle font-medium cards:block cards:@min-[43rem]:col-span-2 cards:@min-[43rem]:self-center cards:p-0 cards:pb-1 cards:text-base cards:wrap-anywhere",
          isWide && wideClass,
        )}
      >
        {column.cell(row)}
      </th>
    );
  }
  // In a card it stands in the card's corner; where the row's buttons are there, in the other.
  if (isTick) {
    return (
      <td
        data-tick
        className="w-px py-1 pl-3 align-middle cards:absolute cards:top-1 cards:right-4 cards:w-auto cards:p-0 cards:@min-[43rem]:top-3 cards:@min-[43rem]:right-auto cards:@min-[43rem]:left-4"
      >
        {column.cell(row)}
      </td>
    );
  }
  return (
    <td className={cn(place, isActions && cn(pinnedClass, "whitespace-nowrap cards:pt-2"))}>
      {!isActions && (
        <span className="shrink-0 text-ink-soft rows:hidden">
          {title}
          {note && ` (${note})`}
        </span>
      )}
      <span className="min-w-0 cards:flex-[1_1_min(9rem,100%)] cards:text-right cards:@min-[43rem]:block cards:@min-[43rem]:text-left">
        {column.cell(row)}
      </span>
    </td>
  );
}
