"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import {
  AttributionControl,
  MapContainer,
  ScaleControl,
  TileLayer,
  ZoomControl,
} from "react-leaflet";

import type { DistanceUnit } from "@/lib/core/units";

import { L } from "./leaflet";
import { type Bounds, type TileSource, unrolled } from "./geometry";
import { WorldOutline } from "./world-outline";

import "./map.css";

/** Air around what is shown, and no closer than a few streets. */
export const fitting = { padding: [24, 24], maxZoom: 15 } satisfies L.FitBoundsOptions;

export function leafletBounds(bounds: Bounds): L.LatLngBounds {
  const [west, south, east, north] = unrolled(bounds);
  return L.latLngBounds([south, west], [north, east]);
}

/**
 * The map under every other: tiles from the configured address above a bundled outline of the world,
 * so that it is never blank. Colours follow the theme.
 */
export function BaseMap({
  bounds,
  tiles,
  label,
  still = false,
  unit = "km",
  children,
}: {
  /** What it shows at first. */
  bounds: Bounds;
  tiles: TileSource;
  label: string;
  /** A picture to look at: no dragging, no zooming by wheel. */
  still?: boolean;
  /** In which its reader reads distances, as its scale says them. */
  unit?: DistanceUnit;
  children?: ReactNode;
}) {
  const t = useTranslations("map");
  const [tilesMissing, setTilesMissing] = useState(tiles.url === "");
  return (
    <section aria-label={label} className="size-full">
      <MapContainer
        bounds={leafletBounds(bounds)}
        boundsOptions={fitting}
        minZoom={2}
        maxZoom={18}
        maxBounds={L.latLngBounds([-85, -270], [85, 270])}
        maxBoundsViscosity={1}
        zoomControl={false}
        attributionControl={false}
        scrollWheelZoom={!still}
        dragging={!still}
        className="size-full"
      >
        <WorldOutline detailed={tilesMissing} />
        {tiles.url !== "" && (
          <TileLayer
            url={tiles.url}
            attribution={tiles.attribution}
            eventHandlers={{
              tileerror: () => setTilesMissing(true),
              tileload: () => setTilesMissing(false),
            }}
          />
        )}
        <AttributionControl prefix='<a href="https://leafletjs.com">Leaflet</a>' />
        <ScaleControl position="bottomright" metric={unit === "km"} imperial={unit === "mi"} />
        <ZoomControl position="topright" zoomInTitle={t("zoomIn")} zoomOutTitle={t("zoomOut")} />
        {children}
      </MapContainer>
    </section>
  );
}
