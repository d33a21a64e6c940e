"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import { mostCounted } from "@/lib/core/pages";
import { type FinderQuery, finderParams, listParams, othersParams } from "./finder-query";
import type { Own } from "./own-context";
import { type PackedStations, type ShownStation, unpackStations } from "./shown-stations";
import { useQuery } from "./use-query";

export interface Found {
  readonly items: readonly ShownStation[];
  /** Above `mostCounted` there are at least so many. */
  readonly total: number;
  /** How many more match that cannot be booked; none where they are shown already. */
  readonly others: number;
}

/** What was found, on its way from the server. */
export interface PackedFound extends Omit<Found, "items"> {
  readonly items: PackedStations;
}

interface Answer {
  readonly found: Found;
  /** The question that it answers, as the page's address has it. */
  readonly answers: string;
}

/** Stations a page of the list holds. */
export const pageSize = 20;
/** Milliseconds without a keystroke before a search is sent. */
const pause = 300;

/**
 * The finder's state: what is asked, what was found, and how it is going. A new question takes the place of
 * the one still under way, and is written to the page's address.
 */
export function useFinder(initialQuery: FinderQuery, initialFound: PackedFound, own: Own | null) {
  const { query, isKept, change } = useQuery(initialQuery, own);
  const first = finderParams(initialQuery).toString();
  const [{ found, answers }, setFound] = useState<Answer>(() => ({
    found: { ...initialFound, items: unpackStations(initialFound.items) },
    answers: first,
  }));
  const [status, setStatus] = useState<"ready" | "loading" | "failed">("ready");
  const asked = useRef(first);
  const underWay = useRef<AbortController>(null);

  const load = useCallback(async (query: FinderQuery, before: Found | null) => {
    underWay.current?.abort();
    const request = new AbortController();
    underWay.current = request;
    setStatus("loading");
    try {
      const found = await fetchStations(query, before, request.signal);
      setFound({ found, answers: finderParams(query).toString() });
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
        const { pathname } = window.location;
        window.history.replaceState(null, "", address ? `${pathname}?${address}` : pathname);
        void load(query, null);
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
    /** Whether what was found answers another question than the one that is asked now. */
    isStale: finderParams(query).toString() !== answers,
    more: () => void load(query, found),
    retry: () => void load(query, null),
  };
}

interface ListAnswer {
  readonly data: ShownStation[];
  readonly pagination: { readonly total: number; readonly totalIsCapped?: true };
}

const totalOf = ({ pagination: { total, totalIsCapped } }: ListAnswer) =>
  totalIsCapped ? mostCounted + 1 : total;

/** The first page of the API's list, or one more after those that are there. */
async function fetchStations(
  query: FinderQuery,
  before: Found | null,
  signal: AbortSignal,
): Promise<Found> {
  const known = before?.items ?? [];
  const address = listParams(query);
  address.set("page", String(Math.floor(known.length / pageSize) + 1));
  address.set("limit", String(pageSize));
  const [list, others] = await Promise.all([
    fetchList(address, signal),
    before || query.others ? null : fetchList(othersParams(query), signal),
  ]);
  const ids = new Set(known.map((item) => item.id));
  return {
    items: [...known, ...list.data.filter((item) => !ids.has(item.id))],
    total: totalOf(list),
    others: others ? totalOf(others) : (before?.others ?? 0),
  };
}

async function fetchList(address: URLSearchParams, signal: AbortSignal): Promise<ListAnswer> {
  const answer = await fetch(`/api/v1/stations?${address}`, { signal });
  if (!answer.ok) throw new Error(`stations: ${answer.status}`);
  return (await answer.json()) as ListAnswer;
}
