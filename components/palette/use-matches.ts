"use client";

import { useEffect, useState } from "react";

import type { CalendarDay } from "@/lib/core/calendar";
import { isWithin, mostSearched, signsOf, tidy } from "@/lib/core/text";
import type { Match, Matches } from "@/lib/insight/search/schema";

/** Milliseconds of quiet after a key before the server is asked. */
const quiet = 150;
/** The server asks for at least so many characters. */
const shortest = 2;

export interface Found {
  /** What these were found for. */
  readonly q: string;
  readonly matches: readonly Match[];
  readonly failed: boolean;
  /** The day that the words named, by which these were found. */
  readonly day?: CalendarDay;
}

/** What was typed, apart from the day that its words name. */
interface Said {
  readonly q: string;
  readonly day: CalendarDay;
}

const nothing: Found = { q: "", matches: [], failed: false };

/**
 * Asks the API's search as one types; answers that come late are dropped. `pending` while one is on its way. Where the
 * words name a day, it finds what the search page does: on that day, and where nothing is, by the words as they are.
 */
export function useMatches(
  typed: string,
  said: Said | null,
): Found & { readonly pending: boolean; readonly isTooLong: boolean } {
  const q = typed.trim();
  const isTooLong = !isWithin(tidy(q), mostSearched);
  const asks = q.length >= shortest && !isTooLong;
  const { q: part = q, day } = said ?? {};
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    if (!asks) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      findMatches(q, day === undefined ? null : { q: part, day }, abort.signal).then(
        setFound,
        () => {
          if (!abort.signal.aborted) setFound({ q, matches: [], failed: true });
        },
      );
    }, quiet);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q, part, day, asks]);
  if (!asks) return { ...nothing, pending: false, isTooLong };
  if (found.q === q) return { ...found, pending: false, isTooLong };
  // What was found before and still fits stays until the answer comes: no flicker, and Enter takes nothing stale.
  const matches = found.matches.filter((match) => fits(match, part));
  return { ...found, matches, pending: true, isTooLong };
}

function fits({ title, subtitle, ownerNic = "" }: Match, q: string): boolean {
  const words = tidy(q)
    .toLowerCase()
    .split(/[\s,;]+/);
  const signs = signsOf(q);
  return [title, subtitle, ownerNic].some(
    (text) =>
      words.every((word) => text.toLowerCase().includes(word)) ||
      (signs !== "" && signsOf(text).includes(signs)),
  );
}

async function findMatches(q: string, said: Said | null, signal: AbortSignal): Promise<Found> {
  if (said && said.q.length >= shortest) {
    const { q: part, day } = said;
    const matches = await fetchMatches({ q: part, from: day, to: day }, signal);
    if (matches.length > 0) return { q, matches, failed: false, day };
  }
  return { q, matches: await fetchMatches({ q }, signal), failed: false };
}

async function fetchMatches(
  asked: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly Match[]> {
  const answer = await fetch(`/api/v1/search?${new URLSearchParams(asked)}`, { signal });
  if (!answer.ok) throw new Error(`the search answered ${answer.status}`);
  const { data } = (await answer.json()) as { data: Matches };
  return data.matches;
}
