"use client";

import type { Map as LeafletMap } from "leaflet";
import { useEffect, useRef, useState } from "react";
import { useMap } from "react-leaflet";

import type { MapPlaces } from "@/lib/sites/stations/schema";

import { leafletBounds } from "./base-map";
import { type Bounds, boundsText } from "./geometry";

/** Places as they were asked for. */
export interface Loaded {
  readonly found: MapPlaces;
  readonly params: string;
  /** What they cover; null for the whole world. */
  readonly bounds: Bounds | null;
  readonly zoom: number;
}

/** The zoom that the whole world is asked for at; finer is asked for by the view's bounds. */
const worldZoom = 6;

/** All places that match, coarsely: to know where they are. Throws when the server does not answer. */
export async function fetchEverywhere(params: string, signal: AbortSignal): Promise<Loaded> {
  const found = await fetchPlaces(params, null, worldZoom, signal);
  return { found, params, bounds: null, zoom: worldZoom };
}

/**
 * The places that match `params`: first all of them, then those of the view, as fine as its zoom. What is
 * loaded already is not asked for again. `first` is what the map began with.
 */
export function usePlaces(params: string, first: Loaded | null) {
  const map = useMap();
  const [loaded, setLoaded] = useState(first);
  const [failed, setFailed] = useState(first === null);
  const latest = useRef(first);

  useEffect(() => {
    let request = new AbortController();
    const load = async (ask: (signal: AbortSignal) => Promise<Loaded>) => {
      request.abort();
      request = new AbortController();
      const { signal } = request;
      try {
        latest.current = await ask(signal);
        setLoaded(latest.current);
        setFailed(false);
      } catch {
        if (!signal.aborted) setFailed(true);
      }
    };
    const refine = () => {
      const zoom = map.getZoom();
      if (latest.current?.params !== params || covers(latest.current, map)) return;
      const bounds = viewBounds(map, 0.4);
      void load(async (signal) => ({
        found: await fetchPlaces(params, bounds, zoom, signal),
        params,
        bounds,
        zoom,
      }));
    };
    if (latest.current?.params === params) refine();
    else void load((signal) => fetchEverywhere(params, signal));
    map.on("moveend", refine);
    return () => {
      request.abort();
      map.off("moveend", refine);
    };
  }, [map, params]);

  return { loaded, failed };
}

function viewBounds(map: LeafletMap, margin: number): Bounds {
  const box = map.getBounds().pad(margin);
  return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
}

/**
 * Whether the places that are there tell all about a view: they reach as far, and are as fine. Those of the whole world
 * are no finer than a view needs that shows all of them.
 */
function covers({ found, bounds, zoom }: Loaded, map: LeafletMap): boolean {
  if (bounds && !isWithin(viewBounds(map, 0), bounds)) return false;
  if (found.places.every((place) => place.station !== null)) return true;
  const shown = bounds || !found.extent ? zoom : map.getBoundsZoom(leafletBounds(found.extent));
  return map.getZoom() <= Math.min(zoom, shown);
}

const isWithin = (view: Bounds, bounds: Bounds): boolean =>
  view[0] >= bounds[0] && view[1] >= bounds[1] && view[2] <= bounds[2] && view[3] <= bounds[3];

async function fetchPlaces(
  params: string,
  bounds: Bounds | null,
  zoom: number,
  signal: AbortSignal,
): Promise<MapPlaces> {
  const address = new URLSearchParams(params);
  address.set("zoom", String(zoom));
  if (bounds) address.set("bbox", boundsText(bounds));
  const answer = await fetch(`/api/v1/stations/map?${address}`, { signal });
  if (!answer.ok) throw new Error(`places: ${answer.status}`);
  const body = (await answer.json()) as { data: MapPlaces };
  return body.data;
}
