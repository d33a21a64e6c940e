"use client";

import { Search, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { use, useEffect, useMemo, useRef, useState } from "react";
import { Circle, Marker, useMap } from "react-leaflet";

import type { DistanceUnit } from "@/lib/core/units";
import type { MapPlaces, StationListItem } from "@/lib/sites/stations/schema";

import { askedParams, asksMore, type FinderQuery, radiiIn } from "../finder/finder-query";
import { ReaderUnit } from "../finder/use-distance";
import { Button } from "../ui/button";
import { BaseMap, fitting, leafletBounds } from "./base-map";
import { L } from "./leaflet";
import { MapLegend } from "./map-legend";
import { MapLoading } from "./map-loading";
import { mostTogether } from "./most-places";
import type { Bounds, TileSource } from "./geometry";
import { stationPin, youPin } from "./pins";
import { StationMarkers } from "./station-markers";
import { fetchEverywhere, type Loaded, usePlaces } from "./use-places";

type Pointed = Pick<StationListItem, "name" | "type" | "location" | "takesBookings" | "free">;

interface FinderMapProps {
  query: FinderQuery;
  change: (part: Partial<FinderQuery>) => void;
  /** The station that the reader points at in the list. */
  pointed: Pointed | null;
  tiles: TileSource;
}

/** Where nothing is known of the stations: the inhabited world. */
const world: Bounds = [-130, -20, 60, 60];

/** The finder's map: every station that matches, wherever it is, and the circle that is searched. */
export function FinderMap({ tiles, ...props }: FinderMapProps) {
  const t = useTranslations("finder");
  const unit = use(ReaderUnit);
  const first = useFirstPlaces(askedParams(props.query).toString());
  if (first === "loading") return <MapLoading />;
  return (
    <BaseMap
      bounds={boundsOf(props.query, first?.found) ?? world}
      tiles={tiles}
      label={t("mapLabel")}
      unit={unit}
    >
      <Content {...props} first={first} />
    </BaseMap>
  );
}

/** What the map begins with, so that it opens at the right place; null when it could not be had. */
function useFirstPlaces(params: string): Loaded | "loading" | null {
  const [first, setFirst] = useState<Loaded | "loading" | null>("loading");
  const [asked] = useState(params);
  useEffect(() => {
    const request = new AbortController();
    fetchEverywhere(asked, request.signal).then(setFirst, () => {
      if (!request.signal.aborted) setFirst(null);
    });
    return () => request.abort();
  }, [asked]);
  return first;
}

function Content({
  query,
  change,
  pointed,
  first,
}: Omit<FinderMapProps, "tiles"> & { first: Loaded | null }) {
  const t = useTranslations("finder");
  const map = useMap();
  const unit = use(ReaderUnit);
  const params = askedParams(query).toString();
  const { loaded, failed } = usePlaces(params, first);
  const fitted = useRef(first?.params);
  const [moved, setMoved] = useState(false);
  const you = useMemo(() => youPin(), []);

  // A new question shows its answer whole; loading more of the same leaves the view alone.
  useEffect(() => {
    if (!loaded || fitted.current === loaded.params) return;
    fitted.current = loaded.params;
    const bounds = boundsOf(query, loaded.found);
    if (bounds) map.fitBounds(leafletBounds(bounds), { ...fitting, animate: false });
    setMoved(false);
  }, [loaded, map, query]);

  useEffect(() => {
    const onMove = () => setMoved(true);
    map.on("dragend", onMove);
    map.getContainer().addEventListener("wheel", onMove, { passive: true });
    return () => {
      map.off("dragend", onMove);
      map.getContainer().removeEventListener("wheel", onMove);
    };
  }, [map]);

  const searchHere = () => {
    const { lat, lng } = map.getCenter().wrap();
    change({ near: { lat, lng }, radiusKm: radiusOf(map, unit) });
  };

  return (
    <>
      {loaded && <StationMarkers places={loaded.found.places} query={query} />}
      <MapLegend others={query.others} asksTime={query.free !== null} />
      {query.near && query.radiusKm && (
        <Circle
          center={query.near}
          radius={query.radiusKm * 1_000}
          interactive={false}
          className="map-circle"
        />
      )}
      {query.near && (
        <Marker position={query.near} icon={you} interactive={false} keyboard={false} />
      )}
      {pointed && (
        <Marker
          position={pointed.location}
          icon={stationPin(
            {
              type: pointed.type,
              bookable: pointed.takesBookings,
              free: pointed.takesBookings ? pointed.free?.places : null,
              active: true,
            },
            pointed.name,
          )}
          interactive={false}
          keyboard={false}
          zIndexOffset={2_000}
        />
      )}
      <div className="pointer-events-none absolute inset-x-0 top-3 z-[800] flex justify-center">
        {moved && (
          <Button size="sm" className="pointer-events-auto shadow-lg" onClick={searchHere}>
            <Search aria-hidden />
            {t("searchHere")}
          </Button>
        )}
        {failed && (
          <p
            role="alert"
            className="flex items-center gap-2 rounded-md bg-surface px-3 py-2 text-sm text-danger shadow-lg"
          >
            <TriangleAlert aria-hidden className="size-4" />
            {t("mapFailed")}
          </p>
        )}
      </div>
    </>
  );
}

/**
 * What to show for a question: its circle, else its place with the nearest stations, else where its stations are; of no
 * question where the most of them are.
 */
function boundsOf(query: FinderQuery, found: MapPlaces | undefined): Bounds | null {
  const { near, radiusKm } = query;
  const extent = found?.extent ?? null;
  if (!near) return (!asksMore(query) && mostTogether(found?.places ?? [], extent)) || extent;
  const middle = L.latLng(near);
  const box = middle.toBounds((radiusKm ?? leastAroundKm) * 2_000);
  if (!radiusKm) {
    const around = (found?.places ?? []).map((place) => L.latLng(place));
    around.sort((one, other) => middle.distanceTo(one) - middle.distanceTo(other));
    for (const one of around.slice(0, nearestShown)) box.extend(one);
  }
  return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
}

/** Around a place without a distance, at least so many kilometres, and so many of the nearest stations. */
const leastAroundKm = 3;
const nearestShown = 3;

/** The largest distance on offer whose circle lies within the view, in kilometres. */
function radiusOf(map: L.Map, unit: DistanceUnit): number {
  const radii = radiiIn(unit);
  const center = map.getCenter();
  const bounds = map.getBounds();
  const halves = [
    center.distanceTo([center.lat, bounds.getEast()]),
    center.distanceTo([bounds.getNorth(), center.lng]),
  ];
  const fits = radii.filter((km) => km * 1_000 <= Math.min(...halves));
  return fits.at(-1) ?? radii[0] ?? 1;
}
