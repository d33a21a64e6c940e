import type { ReactNode } from "react";

/** A column: its words, what a row shows in it, and by which name the list sorts it. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Holds for all that stands in it, such as a zone: said once at its head, and with each title in a card. */
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
  /** Stands above the cards, which have no heads, in place of it. */
  readonly cardsHead?: ReactNode;
}
