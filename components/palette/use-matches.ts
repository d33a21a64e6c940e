"use client";

import { useEffect, useState } from "react";

import { signsOf, tidy } from "@/lib/core/text";
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
}

const nothing: Found = { q: "", matches: [], failed: false };

/** Asks the API's search as one types; answers that come late are dropped. `pending` while one is on its way. */
export function useMatches(typed: string): Found & { readonly pending: boolean } {
  const q = typed.trim();
  const asks = q.length >= shortest;
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    if (!asks) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchMatches(q, abort.signal).then(setFound, () => {
        if (!abort.signal.aborted) setFound({ q, matches: [], failed: true });
      });
    }, quiet);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q, asks]);
  if (!asks) return { ...nothing, pending: false };
  if (found.q === q) return { ...found, pending: false };
  // What was found before and still fits stays until the answer comes: no flicker, and Enter takes nothing stale.
  return { ...found, matches: found.matches.filter((match) => fits(match, q)), pending: true };
}

function fits({ title, subtitle, ownerNic = "" }: Match, q: string): boolean {
  const [part, signs] = [tidy(q).toLowerCase(), signsOf(q)];
  return [title, subtitle, ownerNic].some(
    (text) => text.toLowerCase().includes(part) || (signs !== "" && signsOf(text).includes(signs)),
  );
}

async function fetchMatches(q: string, signal: AbortSignal): Promise<Found> {
  const answer = await fetch(`/api/v1/search?${new URLSearchParams({ q })}`, { signal });
  if (!answer.ok) throw new Error(`the search answered ${answer.status}`);
  const { data } = (await answer.json()) as { data: Matches };
  return { q, matches: data.matches, failed: false };
}
