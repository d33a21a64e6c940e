"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Marker, useMap, useMapEvents } from "react-leaflet";

import { BaseMap } from "./base-map";
import type { Place, TileSource } from "./geometry";
import type { L } from "./leaflet";
import { stationPin } from "./pins";

/** New York and around, where nobody has said anything yet. */
const start = [-80, 40.4, -71.8, 45.1] as const;
/** Degrees to each side of a place: some streets, and a town. */
const around = 0.012;
const town = 0.06;

const boxOf = ({ lat, lng }: Place, by: number) =>
  [lng - by, lat - by, lng + by, lat + by] as const;

/** A map on which a place is picked: by a click, or by dragging the pin. */
export function PickMap({
  place,
  near,
  onPick,
  tiles,
}: {
  place: Place | null;
  /** Around where it starts without a place. */
  near?: Place | undefined;
  onPick: (place: Place) => void;
  tiles: TileSource;
}) {
  const t = useTranslations("stationForm");
  const [first] = useState(place);
  const bounds = first ? boxOf(first, around) : near ? boxOf(near, town) : start;
  return (
    <BaseMap bounds={bounds} tiles={tiles} label={t("mapLabel")}>
      <Clicks onPick={onPick} />
      <Pin place={place} onPick={onPick} />
    </BaseMap>
  );
}

const rounded = ({ lat, lng }: Place): Place => ({
  lat: Number(lat.toFixed(6)),
  lng: Number((((lng + 540) % 360) - 180).toFixed(6)),
});

function Clicks({ onPick }: { onPick: (place: Place) => void }) {
  useMapEvents({ click: ({ latlng }) => onPick(rounded(latlng)) });
  return null;
}

function Pin({ place, onPick }: { place: Place | null; onPick: (place: Place) => void }) {
  const t = useTranslations("stationForm");
  const map = useMap();
  const icon = useMemo(() => stationPin({ type: "AC", bookable: true }, t("pin")), [t]);
  // What was typed or pasted may lie elsewhere: the map follows.
  useEffect(() => {
    if (place && !map.getBounds().contains([place.lat, place.lng])) {
      map.setView([place.lat, place.lng], Math.max(map.getZoom(), 13));
    }
  }, [map, place]);
  if (!place) return null;
  return (
    <Marker
      position={[place.lat, place.lng]}
      icon={icon}
      draggable
      eventHandlers={{
        dragend: ({ target }) => onPick(rounded((target as L.Marker).getLatLng())),
      }}
    />
  );
}
