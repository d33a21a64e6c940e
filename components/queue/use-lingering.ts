import { useEffect, useState } from "react";

/** How long a row that is done with keeps its place, in milliseconds. */
const lingerMs = 3_000;

interface Keyed {
  readonly id: string;
}

interface Shown<R> {
  readonly row: R;
  /** Done with: it only keeps its place, so that the next row does not slide under the finger. */
  readonly isGone: boolean;
}

/**
 * Rows, and beside them those that have just gone, each in the place where it stood: two taps on one spot are never an
 * answer to two rows (S8).
 */
export function useLingering<R extends Keyed>(rows: readonly R[]): readonly Shown<R>[] {
  const [shown, setShown] = useState<readonly Shown<R>[]>(() => fresh(rows));
  const [given, setGiven] = useState(rows);
  if (given !== rows) {
    setGiven(rows);
    setShown(withGone(shown, rows));
  }
  useEffect(() => {
    if (!shown.some(({ isGone }) => isGone)) return undefined;
    const timer = setTimeout(() => setShown(fresh(rows)), lingerMs);
    return () => clearTimeout(timer);
  }, [shown, rows]);
  return shown;
}

const fresh = <R>(rows: readonly R[]) => rows.map((row) => ({ row, isGone: false }));

/** The rows in their order, and each that has gone behind the one it stood behind. Exported for its test. */
export function withGone<R extends Keyed>(
  before: readonly Shown<R>[],
  rows: readonly R[],
): readonly Shown<R>[] {
  const left = new Set(rows.map(({ id }) => id));
  const after: Shown<R>[] = fresh(rows);
  before.forEach(({ row }, index) => {
    if (left.has(row.id)) return;
    const previous = before
      .slice(0, index)
      .findLast((one) => after.some(({ row: { id } }) => id === one.row.id));
    const place = previous ? after.findIndex(({ row: { id } }) => id === previous.row.id) + 1 : 0;
    after.splice(place, 0, { row, isGone: true });
  });
  return after;
}
