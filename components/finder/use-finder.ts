"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { StationListItem } from "@/lib/sites/stations/schema";

import { asksAny } from "../station/car-need";
import { keepNeed, useKeptNeed } from "../station/kept-need";
import { type FinderQuery, finderParams } from "./finder-query";

export interface Found {
  readonly items: readonly StationListItem[];
  readonly total: number;
}

/** Stations a page of the list holds. */
export const pageSize = 20;
/** Milliseconds without a keystroke before a search is sent. */
const pause = 300;

/**
 * The finder's state: what is asked, what was found, and how it is going. A new question takes the place of
 * the one still under way, and is written to the page's address.
 */
export function useFinder(initialQuery: FinderQuery, initialFound: Found) {
  const { query, isKept, change } = useQuery(initialQuery);
  const [found, setFound] = useState(initialFound);
  const [status, setStatus] = useState<"ready" | "loading" | "failed">("ready");
  const asked = useRef(finderParams(initialQuery).toString());
  const underWay = useRef<AbortController>(null);

  const load = useCallback(async (params: URLSearchParams, before: readonly StationListItem[]) => {
    underWay.current?.abort();
    const request = new AbortController();
    underWay.current = request;
    setStatus("loading");
    try {
      const next = await fetchStations(params, before, request.signal);
      setFound(next);
      setStatus("ready");
    } catch {
      if (!request.signal.aborted) setStatus("failed");
    }
  }, []);

  useEffect(() => {
    const params = finderParams(query);
    const address = params.toString();
    if (address === asked.current) return;
    const typing = new URLSearchParams(asked.current).get("search") !== params.get("search");
    const timer = setTimeout(
      () => {
        asked.current = address;
        window.history.replaceState(null, "", address ? `/?${address}` : "/");
        void load(params, []);
      },
      typing ? pause : 0,
    );
    return () => clearTimeout(timer);
  }, [query, load]);

  return {
    query,
    isKept,
    change,
    found,
    status,
    more: () => void load(finderParams(query), found.items),
    retry: () => void load(finderParams(query), []),
  };
}

/**
 * What is asked. What the car needs is kept on the device: a visit whose address says nothing of it begins with it, and
 * `isKept` until something else is chosen.
 */
function useQuery(initialQuery: FinderQuery) {
  const [asked, setAsked] = useState(initialQuery);
  const [isOwn, setOwn] = useState(asksAny(initialQuery.need));
  const kept = useKeptNeed();
  const query = useMemo(() => (isOwn ? asked : { ...asked, need: kept }), [isOwn, asked, kept]);
  const change = useCallback((part: Partial<FinderQuery>) => {
    if (part.need) {
      keepNeed(part.need);
      setOwn(true);
    }
    setAsked((old) => ({ ...old, ...part }));
  }, []);
  return { query, isKept: !isOwn && asksAny(kept), change };
}

/** One more page of the API's list after those that are there. */
async function fetchStations(
  params: URLSearchParams,
  before: readonly StationListItem[],
  signal: AbortSignal,
): Promise<Found> {
  const page = Math.floor(before.length / pageSize) + 1;
  const address = new URLSearchParams(params);
  address.set("page", String(page));
  address.set("limit", String(pageSize));
  const answer = await fetch(`/api/v1/stations?${address}`, { signal });
  if (!answer.ok) throw new Error(`stations: ${answer.status}`);
  const body = (await answer.json()) as {
    data: StationListItem[];
    pagination: { total: number };
  };
  const known = new Set(before.map((item) => item.id));
  return {
    items: [...before, ...body.data.filter((item) => !known.has(item.id))],
    total: body.pagination.total,
  };
}
