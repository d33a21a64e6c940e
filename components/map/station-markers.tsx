"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Marker, Popup, useMap } from "react-leaflet";
import type { Map as LeafletMap } from "leaflet";

import type { MapPlace } from "@/lib/sites/stations/schema";

import { type CarNeed, withNeed } from "../station/car-need";
import { PlaceIndex, type Spot } from "./map-places";
import type { Bounds } from "./geometry";
import { clusterPin, stationPin } from "./pins";

/** The places as pins and clusters; the view decides which. */
export function StationMarkers({
  places,
  need,
}: {
  places: readonly MapPlace[];
  /** What is asked of places; it goes along to the stations' pages. */
  need: CarNeed;
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
        <StationMarker key={spot.key} place={spot.place} need={need} />
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

function StationMarker({ place, need }: { place: MapPlace; need: CarNeed }) {
  const t = useTranslations("finder");
  const { station, lat, lng, bookable } = place;
  const label = `${station?.name ?? ""}, ${t(bookable ? "bookable" : "listed")}`;
  const icon = useMemo(
    () => stationPin({ type: station?.type ?? "AC", bookable }, label),
    [station?.type, bookable, label],
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
  return (
    <ul className="divide-y">
      {places.map(({ station, bookable }) =>
        station ? (
          <li key={station.id} className="space-y-1 py-3 pr-9 pl-4">
            <p className="font-semibold">{station.name}</p>
            <p className="text-ink-soft">
              {station.type} · {t(bookable ? "bookable" : "listed")}
            </p>
            <Link
              href={withNeed(`/stations/${station.id}`, need)}
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
