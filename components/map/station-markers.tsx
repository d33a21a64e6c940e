"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Marker, Popup, useMap } from "react-leaflet";
import type { Map as LeafletMap } from "leaflet";

import { longestSlotMinutes, minuteMs } from "@/lib/core/durations";
import type { MapPlace } from "@/lib/sites/stations/schema";

import { stationHref } from "../finder/station-card";
import type { FinderQuery } from "../finder/finder-query";
import type { CarNeed } from "../station/car-need";
import { useFreeWords } from "../station/free-words";
import { PlaceIndex, type Spot } from "./map-places";
import type { Bounds } from "./geometry";
import { clusterPin, stationPin } from "./pins";

/** The places as pins and clusters; the view decides which. */
export function StationMarkers({
  places,
  query: { need, free },
}: {
  places: readonly MapPlace[];
  /** What is asked; the car's need goes along to the stations' pages. */
  query: Pick<FinderQuery, "need" | "free">;
}) {
  const map = useMap();
  const index = useMemo(() => new PlaceIndex(places), [places]);
  const [view, setView] = useState(() => viewOf(map));

  useEffect(() => {
    const update = () => setView(viewOf(map));
    map.on("moveend", update);
    return () => void map.off("moveend", update);
  }, [map]);

  return index
    .spots(view.bounds, view.zoom)
    .map((spot) =>
      spot.kind === "station" ? (
        <StationMarker key={spot.key} place={spot.place} need={need} asksTime={free !== null} />
      ) : (
        <ClusterMarker key={spot.key} spot={spot} need={need} />
      ),
    );
}

function viewOf(map: LeafletMap): { bounds: Bounds; zoom: number } {
  const bounds = map.getBounds().pad(0.1);
  return {
    bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    zoom: map.getZoom(),
  };
}

/** How soon a time must begin that counts as now, where none is asked for: the longest slot there is. */
const soonMs = longestSlotMinutes * minuteMs;

/** Chargers free at the time in question, 0 where there are some later alone; null where nothing is known. */
function freeThen({ bookable, station }: MapPlace, asksTime: boolean): number | null {
  const free = station?.free;
  if (!bookable || !free) return bookable ? 0 : null;
  return asksTime || Date.parse(free.startsAt) - Date.now() <= soonMs ? free.places : 0;
}

function StationMarker({
  place,
  need,
  asksTime,
}: {
  place: MapPlace;
  need: CarNeed;
  asksTime: boolean;
}) {
  const t = useTranslations("finder");
  const { station, lat, lng, bookable } = place;
  const free = freeThen(place, asksTime);
  const said =
    free === null ? t("listed") : free > 0 ? t("pinFree", { count: free }) : t("pinLater");
  const label = `${station?.name ?? ""}, ${said}`;
  const icon = useMemo(
    () => stationPin({ type: station?.type ?? "AC", bookable, free }, label),
    [station?.type, bookable, free, label],
  );
  if (!station) return null;
  return (
    <Marker
      position={[lat, lng]}
      icon={icon}
      title={station.name}
      riseOnHover
      zIndexOffset={bookable ? 500 : 0}
    >
      <Popup minWidth={220} maxWidth={280}>
        <StationPopup places={[place]} need={need} />
      </Popup>
    </Marker>
  );
}

function ClusterMarker({
  spot,
  need,
}: {
  spot: Extract<Spot, { kind: "cluster" }>;
  need: CarNeed;
}) {
  const t = useTranslations("finder");
  const map = useMap();
  const { lat, lng, count, bookable, opensAt, stations } = spot;
  const label = t("clusterLabel", { count });
  const icon = useMemo(() => clusterPin(count, bookable, label), [count, bookable, label]);
  const together = stations.length > 0;
  const open = () => map.flyTo([lat, lng], Math.min(opensAt, map.getMaxZoom()), { duration: 0.5 });
  return (
    <Marker
      position={[lat, lng]}
      icon={icon}
      title={label}
      zIndexOffset={bookable ? 400 : 0}
      eventHandlers={
        together
          ? {}
          : {
              click: open,
              keydown: ({ originalEvent }) => {
                if (originalEvent.key === "Enter") open();
              },
            }
      }
    >
      {together && (
        <Popup minWidth={220} maxWidth={280} maxHeight={280}>
          <StationPopup places={stations} need={need} />
        </Popup>
      )}
    </Marker>
  );
}

function StationPopup({ places, need }: { places: readonly MapPlace[]; need: CarNeed }) {
  const t = useTranslations("finder");
  const freeWords = useFreeWords();
  return (
    <ul className="divide-y">
      {places.map(({ station, bookable }) =>
        station ? (
          <li key={station.id} className="space-y-1 py-3 pr-9 pl-4">
            <p className="font-semibold">{station.name}</p>
            <p className="text-ink-soft">
              {station.type} · {t(bookable ? "bookable" : "listed")}
            </p>
            {station.free && (
              <p className="font-medium text-success">
                {freeWords(station.free, station.timeZone)}
              </p>
            )}
            <Link
              href={stationHref(station, need)}
              prefetch={false}
              className="link inline-flex min-h-9 items-center font-medium"
            >
              {t(bookable ? "seeTimes" : "seeStation")}
            </Link>
          </li>
        ) : null,
      )}
    </ul>
  );
}
