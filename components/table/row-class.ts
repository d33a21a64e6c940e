/** How a row of a table looks; on a phone it is a card. */
export const rowClass =
  "transition-colors hover:bg-sunken/60 relative max-sm:block max-sm:space-y-1 max-sm:px-4 max-sm:py-3";
