"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

import { cn } from "../ui/class-names";
import { withGone } from "../queue/use-lingering";
import { rowClass } from "./row-class";

const Gone = createContext(false);

/**
 * Whether one that is not on the page any more has left the list, and not only gone to another page; said by who knows
 * it, around the list.
 */
export const HasLeft = createContext<(id: string) => boolean>(() => true);

/** Whether the row around is not in the list any more, and stands only until the next visit. */
export const useIsGone = () => useContext(Gone);

interface Row {
  readonly id: string;
  readonly cells: ReactNode;
}

/**
 * Rows that never slide under the pointer: one that leaves the list while it is looked at keeps its place until the
 * next visit (screens.md, S8). Give it a key that changes with the address.
 */
export function SteadyRows({ rows }: { rows: readonly Row[] }) {
  const [shown, setShown] = useState(() => withGone([], rows));
  const [given, setGiven] = useState(rows);
  if (given !== rows) {
    setGiven(rows);
    setShown(withGone(shown, rows));
  }
  const hasLeft = useContext(HasLeft);
  return shown.map(({ row: { id, cells }, isGone: isAway }) => {
    const isGone = isAway && hasLeft(id);
    return (
      <tr key={id} className={cn(rowClass, isGone && "*:opacity-70")}>
        <Gone value={isGone}>{cells}</Gone>
      </tr>
    );
  });
}
