"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useMap } from "react-leaflet";

import { L } from "./leaflet";
import { aroundTheWorld, type Outline } from "./outline-shapes";

/** From this zoom on, the finer file is worth its bytes where no tiles come. */
const detailZoom = 5;
/** As far as the map can be drawn from Greenwich; close by, only the date line itself is to be crossed. */
const [farReach, nearReach] = [270, 200];
/** From this zoom on, much of a view is land without a line in it: squares tell that it is a map, and how far it is. */
const squaredZoom = 7;
/** From this zoom on, even the finer file is too coarse to tell land from water, so only the squares are drawn. */
const closeZoom = 10;

/** Land, borders and names in panes beneath the tiles. */
export function WorldOutline({ detailed }: { detailed: boolean }) {
  const map = useMap();
  const [zoom, setZoom] = useState(() => map.getZoom());
  const fine = detailed && zoom >= detailZoom;
  const close = zoom >= closeZoom;
  const squared = detailed && zoom >= squaredZoom;

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
      .then((outline: Outline) => aroundTheWorld(outline, fine ? nearReach : farReach))
      .then((outline) => (layer = drawOutline(map, outline).addTo(map)))
      // Without it the map is plain water; there is nothing better to do offline.
      .catch(() => undefined);
    return () => {
      request.abort();
      layer?.remove();
    };
  }, [map, fine]);

  useEffect(() => {
    map.getContainer().classList.toggle("map-close", close);
  }, [map, close]);

  useEffect(() => {
    if (!squared) return;
    preparePanes(map);
    const grid = new L.GridLayer({ pane: "squares", className: "map-grid" });
    grid.addTo(map);
    return () => void grid.remove();
  }, [map, squared]);

  return squared && <NoStreets />;
}

/** Why there are no streets where one would look for them. */
function NoStreets() {
  const t = useTranslations("map");
  return (
    <output className="pointer-events-none absolute top-3 left-3 z-[800] max-w-[55%] rounded-md bg-surface/90 px-2.5 py-1 text-xs text-ink-soft shadow-sm">
      {t("noStreets")}
    </output>
  );
}

function preparePanes(map: L.Map): void {
  for (const [name, order] of [
    ["outline", "100"],
    ["squares", "105"],
    ["names", "110"],
  ] as const) {
    if (map.getPane(name)) continue;
    const pane = map.createPane(name);
    pane.style.zIndex = order;
    pane.setAttribute("aria-hidden", "true");
  }
}

function drawOutline(map: L.Map, outline: Outline): L.LayerGroup {
  preparePanes(map);
  const renderer = L.svg({ pane: "outline", padding: 0.6 });
  const shared = { renderer, pane: "outline", interactive: false } as const;
  // Leaflet hands the style to every path; the colours themselves are in map.css.
  const land = L.geoJSON(outline.land, { ...shared, style: { className: "map-land" } });
  const borders = L.geoJSON(outline.borders, { ...shared, style: { className: "map-border" } });
  return L.layerGroup([land, borders, nameLayer(map, outline.labels)]);
}

/** Pixels that a name takes: a letter's width, and a line with air. */
const [letter, line] = [9, 26];

/** Names, largest first, each where no other stands already; chosen anew at every zoom. */
function nameLayer(map: L.Map, labels: Outline["labels"]): L.LayerGroup {
  const layer = L.layerGroup();
  const draw = () => {
    layer.clearLayers();
    const taken: L.Bounds[] = [];
    for (const [name, lat, lng] of labels) {
      const at = map.project([lat, lng]);
      const half = L.point((name.length * letter) / 2, line / 2);
      const box = L.bounds(at.subtract(half), at.add(half));
      if (taken.some((other) => other.intersects(box))) continue;
      taken.push(box);
      const icon = L.divIcon({ className: "map-name", html: escape(name), iconSize: [0, 0] });
      L.marker([lat, lng], { pane: "names", interactive: false, keyboard: false, icon }).addTo(
        layer,
      );
    }
  };
  layer.on("add", () => {
    draw();
    map.on("zoomend", draw);
  });
  layer.on("remove", () => map.off("zoomend", draw));
  return layer;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
