"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useMap } from "react-leaflet";

import { cn } from "../ui/class-names";
import { L } from "./leaflet";

/**
 * What the pins mean that are to be seen. It stands among the map's own scale and sources, so that none of them lies over
 * another, however narrow the map is and however large its letters.
 */
export function MapLegend({ others, asksTime }: { others: boolean; asksTime: boolean }) {
  const t = useTranslations("finder");
  const map = useMap();
  const [place] = useState(() => L.DomUtil.create("div", "map-legend"));
  useEffect(() => {
    const control = new L.Control({ position: "bottomright" });
    control.onAdd = () => place;
    control.addTo(map);
    return () => void control.remove();
  }, [map, place]);
  return createPortal(
    <ul className="flex flex-wrap gap-x-3 gap-y-1 rounded-md border bg-surface px-3 py-1.5 text-xs shadow-md">
      <li className="flex items-center gap-1.5">
        <LegendPin className="map-pin-bookable">
          <b>4</b>
        </LegendPin>
        {t("legendFree")}
      </li>
      {!asksTime && (
        <li className="flex items-center gap-1.5">
          <LegendPin className="map-pin-bookable map-pin-later" />
          {t("legendLater")}
        </li>
      )}
      {others && (
        <li className="flex items-center gap-1.5">
          <LegendPin className="map-pin-listed" />
          {t("listed")}
        </li>
      )}
    </ul>,
    place,
  );
}

function LegendPin({ className, children }: { className: string; children?: ReactNode }) {
  return (
    <span aria-hidden className={cn("map-pin map-pin-small", className)}>
      <span>{children}</span>
    </span>
  );
}
