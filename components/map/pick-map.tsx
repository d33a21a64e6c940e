"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Marker, useMap, useMapEvents } from "react-leaflet";

import type { DistanceUnit } from "@/lib/core/units";

import { BaseMap } from "./base-map";
import { type Bounds, boundsAround, type Place, type TileSource } from "./geometry";
import type { L } from "./leaflet";
import { stationPin } from "./pins";

/** Degrees to each side of a place: some streets. */
const around = 0.012;
/** At which streets can be read. */
const streets = 16;
/** Milliseconds of quiet in which somebody still types. */
const quiet = 300;

/** A map on which a place is picked: by a click, or by dragging the pin. */
export function PickMap({
  place,
  start,
  onPick,
  tiles,
  unit,
}: {
  place: Place | null;
  /** What it shows at first, without a place. */
  start: Bounds;
  onPick: (place: Place) => void;
  tiles: TileSource;
  unit: DistanceUnit;
}) {
  const t = useTranslations("stationForm");
  const [first] = useState(place);
  const [picked, setPicked] = useState(place);
  const pick = (at: Place) => {
    setPicked(at);
    onPick(at);
  };
  return (
    <BaseMap
      bounds={first ? boundsAround(first, around) : start}
      tiles={tiles}
      unit={unit}
      label={t("mapLabel")}
    >
      <Clicks onPick={pick} />
      <Pin place={place} picked={picked} onPick={pick} />
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

const isSame = (one: Place | null, other: Place) => one?.lat === other.lat && one.lng === other.lng;

function Pin({
  place,
  picked,
  onPick,
}: {
  place: Place | null;
  /** The last place that was picked on this map, where whoever picked it looks already. */
  picked: Place | null;
  onPick: (place: Place) => void;
}) {
  const t = useTranslations("stationForm");
  const map = useMap();
  const icon = useMemo(() => stationPin({ type: "AC", bookable: true }, t("pin")), [t]);
  // What was typed, pasted or found is looked at from near by, to see whether it is right.
  useEffect(() => {
    if (!place || isSame(picked, place)) return undefined;
    const timer = setTimeout(
      () => map.setView([place.lat, place.lng], Math.max(map.getZoom(), streets)),
      quiet,
    );
    return () => clearTimeout(timer);
  }, [map, place, picked]);
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
