"use client";

import { useEffect, useState } from "react";

import { type Match, mostMatches as most } from "@/lib/insight/search/schema";

import type { Found } from "./use-matches";

/** How many there are in all, of kinds of which the search shows but the first. */
export type Totals = Readonly<Partial<Record<Match["type"], number>>>;

/** The API's lists that hold all of a kind; of the console whose first page is `home`. */
const lists: Readonly<Record<Match["type"], (home: string) => string>> = {
  Station: (home) => `stations?${home === "/admin" ? "all" : "mine"}=true&`,
  Booking: () => "bookings?",
  Owner: (home) => (home === "/admin" ? "users?" : "owners?"),
  Operator: () => "operators?",
  Business: () => "businesses?",
};

/**
 * Asks the lists how many they hold of what the search shows but the first of: a limit of ours is not said to be their
 * number (screens.md, S34). Null until they have answered; a list that does not is left out.
 */
export function useTotals(
  { q, day, matches, pending }: Found & { readonly pending: boolean },
  home: string,
): Totals | null {
  const [counted, setCounted] = useState<{ readonly q: string; readonly totals: Totals } | null>(
    null,
  );
  useEffect(() => {
    if (pending || day) return;
    const full = fullKinds(matches);
    if (full.length === 0) return;
    const abort = new AbortController();
    const countAll = async () => {
      const counts = await Promise.all(full.map((kind) => count(kind, q, home, abort.signal)));
      if (!abort.signal.aborted) setCounted({ q, totals: Object.fromEntries(counts.flat()) });
    };
    void countAll();
    return () => abort.abort();
  }, [pending, day, matches, q, home]);
  // The lists do not read a day from words.
  if (day) return {};
  if (pending) return null;
  if (fullKinds(matches).length === 0) return {};
  return counted?.q === q ? counted.totals : null;
}

/** How many there are of all kinds together: of those that are shown whole, what is shown. */
export function totalOf(matches: readonly Match[], totals: Totals): number {
  const byKind = Map.groupBy(matches, ({ type }) => type);
  return [...byKind].reduce(
    (sum, [kind, { length }]) => sum + Math.max(length, totals[kind] ?? 0),
    0,
  );
}

/** Kinds of which the search found as many as it shows, by what was typed itself. */
function fullKinds(matches: readonly Match[]): Match["type"][] {
  const byKind = Map.groupBy(matches, ({ type }) => type);
  return [...byKind].flatMap(([type, of]) =>
    of.length >= most && !of.some(({ isGuess }) => isGuess) ? [type] : [],
  );
}

async function count(
  kind: Match["type"],
  q: string,
  home: string,
  signal: AbortSignal,
): Promise<[Match["type"], number][]> {
  try {
    const asked = new URLSearchParams({ search: q, limit: "1" });
    const answer = await fetch(`/api/v1/${lists[kind](home)}${asked}`, { signal });
    if (!answer.ok) return [];
    const { pagination } = (await answer.json()) as { pagination: { total: number } };
    return [[kind, pagination.total]];
  } catch {
    return [];
  }
}
