"use client";

import type { MultiLineString, MultiPolygon } from "geojson";
import { useEffect, useState } from "react";
import { useMap } from "react-leaflet";

import { L } from "./leaflet";

/** The files of public/map: land, borders, and names with their place (see its README). */
interface Outline {
  readonly land: MultiPolygon;
  readonly borders: MultiLineString;
  readonly labels: readonly (readonly [name: string, lat: number, lng: number])[];
}

/** From this zoom on, the finer file is worth its bytes where no tiles come. */
const detailZoom = 5;

/** Land and borders in panes beneath the tiles; names only where they do not crowd. */
export function WorldOutline({ detailed }: { detailed: boolean }) {
  const map = useMap();
  const [zoom, setZoom] = useState(() => map.getZoom());
  const fine = detailed && zoom >= detailZoom;

  useEffect(() => {
    const update = () => setZoom(map.getZoom());
    map.on("zoomend", update);
    return () => void map.off("zoomend", update);
  }, [map]);

  useEffect(() => {
    const request = new AbortController();
    let layer: L.LayerGroup | undefined;
    fetch(fine ? "/map/detail.json" : "/map/world.json", { signal: request.signal })
      .then((answer) => answer.json())
      .then((outline: Outline) => {
        layer = drawOutline(map, outline).addTo(map);
      })
      // Without it the map is plain water; there is nothing better to do offline.
      .catch(() => undefined);
    return () => {
      request.abort();
      layer?.remove();
    };
  }, [map, fine]);

  return null;
}

function drawOutline(map: L.Map, outline: Outline): L.LayerGroup {
  for (const [name, order] of [
    ["outline", "100"],
    ["names", "110"],
  ] as const) {
    if (map.getPane(name)) continue;
    const pane = map.createPane(name);
    pane.style.zIndex = order;
    pane.setAttribute("aria-hidden", "true");
  }
  const renderer = L.svg({ pane: "outline", padding: 0.6 });
  const shared = { renderer, pane: "outline", interactive: false } as const;
  // Leaflet hands the style to every path; the colours themselves are in map.css.
  const land = L.geoJSON(outline.land, { ...shared, style: { className: "map-land" } });
  const borders = L.geoJSON(outline.borders, { ...shared, style: { className: "map-border" } });
  const names = outline.labels.map(([name, lat, lng]) =>
    L.marker([lat, lng], {
      pane: "names",
      interactive: false,
      keyboard: false,
      icon: L.divIcon({ className: "map-name", html: escape(name), iconSize: [0, 0] }),
    }),
  );
  return L.layerGroup([land, borders, ...names]);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
