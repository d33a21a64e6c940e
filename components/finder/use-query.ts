"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";

import { anyNeed } from "../station/car-need";
import { keepNeed, useKeptNeed } from "../station/kept-need";
import { keepChoice, keptChoice, onChoice } from "../ui/kept-choice";
import { asksNothing, finderParams, type FinderQuery, readFinderQuery } from "./finder-query";
import type { Own } from "./own-context";

const name = "baybook.search";

/**
 * What is asked. The last search is kept on the device, what the car needs apart from the rest, because stations'
 * pages ask for it too: a visit whose address says nothing begins with it, and `isKept` until something is chosen.
 */
export function useQuery(initialQuery: FinderQuery, own: Own | null) {
  const [asked, setAsked] = useState(initialQuery);
  const [isOwn, setOwn] = useState(!asksNothing(initialQuery));
  const kept = useKeptSearch(own);
  const query = isOwn ? asked : kept;
  // A position may come long after it was asked for: it joins what is asked by then.
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  }, [query]);
  const change = useCallback((part: Partial<FinderQuery>, keeps = true) => {
    if (part.need) keepNeed(part.need);
    const next = { ...latest.current, ...part };
    latest.current = next;
    if (keeps) keepChoice(name, finderParams({ ...next, need: anyNeed }).toString());
    setOwn(true);
    setAsked(next);
  }, []);
  return { query, isKept: !isOwn && !asksNothing(kept), change };
}

/** What was asked on this device the last time, but for one's own. */
export const keptSearch = (): FinderQuery =>
  readFinderQuery(new URLSearchParams(keptChoice(name) ?? ""));

/** What was asked on this device the last time; nothing before the page has its script. */
function useKeptSearch(own: Own | null): FinderQuery {
  const need = useKeptNeed();
  const [visitedAt] = useState(() => Date.now());
  const kept = useSyncExternalStore(
    onChoice,
    () => keptChoice(name) ?? "",
    () => "",
  );
  return useMemo(() => {
    const query = readFinderQuery(new URLSearchParams(kept), own);
    // A time that has begun can no longer be booked.
    const isAhead = query.free && Date.parse(query.free.from) > visitedAt;
    return { ...query, free: isAhead ? query.free : null, need };
  }, [kept, need, own, visitedAt]);
}
