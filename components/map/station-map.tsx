"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Marker } from "react-leaflet";

import type { DistanceUnit } from "@/lib/core/units";
import type { CurrentType } from "@/lib/sites/stations/schema";

import { BaseMap } from "./base-map";
import type { Place, TileSource } from "./geometry";
import { stationPin } from "./pins";

/** Degrees around the station that the map shows at first; about two kilometres. */
const around = 0.012;

/** Where one station is. */
export function StationMap({
  place: { lat, lng },
  type,
  bookable,
  name,
  unit,
  tiles,
}: {
  place: Place;
  type: CurrentType;
  bookable: boolean;
  name: string;
  unit: DistanceUnit;
  tiles: TileSource;
}) {
  const t = useTranslations("map");
  const icon = useMemo(() => stationPin({ type, bookable }, name), [type, bookable, name]);
  return (
    <BaseMap
      bounds={[lng - around, lat - around, lng + around, lat + around]}
      tiles={tiles}
      unit={unit}
      label={t("stationLabel")}
      still
    >
      <Marker position={[lat, lng]} icon={icon} interactive={false} keyboard={false} />
    </BaseMap>
  );
}
