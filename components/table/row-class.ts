/**
 * How a row of a table looks. Where there is no room for a table it is a card, whose facts stand side by side, each below
 * its words, if the card is wide.
 */
export const rowClass =
  "transition-colors hover:bg-sunken/60 relative cards:block cards:space-y-1 cards:px-4 cards:py-3 " +
  "cards:@min-[43rem]:grid cards:@min-[43rem]:grid-cols-3 cards:@min-[43rem]:gap-x-8 " +
  "cards:@min-[43rem]:gap-y-2 cards:@min-[43rem]:space-y-0 " +
  "cards:@min-[43rem]:has-[>[data-tick]]:pl-14";

/** From so many columns on a table needs a desktop's room: with less, what can be done would cover what it is done with. */
const wide = 8;

/** What measures a list's room, by which its rows are cards or a table (`cards:` and `rows:` in the styles). */
export const listClass = (columns: number) =>
  columns < wide ? "@container/list" : "@container/wide-list";
