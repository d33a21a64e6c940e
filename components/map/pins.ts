import type { CurrentType } from "@/lib/sites/stations/schema";

import { L } from "./leaflet";

// Lucide's `zap` and `plug`, as the pins need them: text for Leaflet's icons.
const glyphs = {
  DC: '<path d="M4 14a1 1 0 0 1-.78-1.63l9.9-10.2a.5.5 0 0 1 .86.46l-1.92 6.02A1 1 0 0 0 13 10h7a1 1 0 0 1 .78 1.63l-9.9 10.2a.5.5 0 0 1-.86-.46l1.92-6.02A1 1 0 0 0 11 14z"/>',
  AC: '<path d="M12 22v-5"/><path d="M15 8V2"/><path d="M17 8a1 1 0 0 1 1 1v4a4 4 0 0 1-4 4h-4a4 4 0 0 1-4-4V9a1 1 0 0 1 1-1z"/><path d="M9 8V2"/>',
} as const;

const glyph = (type: CurrentType) =>
  `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${glyphs[type]}</svg>`;

const hidden = (words: string) => {
  const holder = document.createElement("span");
  holder.className = "sr-only";
  holder.textContent = words;
  return holder.outerHTML;
};

/** One station. Bookable ones are larger and in the accent colour; the label says which it is. */
export function stationPin(
  pin: { readonly type: CurrentType; readonly bookable: boolean; readonly active?: boolean },
  label: string,
): L.DivIcon {
  const size = pin.bookable ? 34 : 28;
  const classes = ["map-pin", pin.bookable && "map-pin-bookable", pin.active && "map-pin-active"];
  return L.divIcon({
    className: classes.filter(Boolean).join(" "),
    // The pin's corner, turned down, stands on the place.
    html: `<span>${glyph(pin.type)}</span>${hidden(label)}`,
    iconSize: [size, size],
    iconAnchor: [size / 2, size * 1.2],
    popupAnchor: [0, -size],
  });
}

/** Many stations; the disc grows slowly with their number. */
export function clusterPin(count: number, bookable: boolean, label: string): L.DivIcon {
  const size = Math.round(30 + 5 * Math.log10(count) * 2);
  const shown = count < 1_000 ? String(count) : `${(count / 1_000).toFixed(1)}k`;
  return L.divIcon({
    className: `map-cluster ${bookable ? "map-cluster-bookable" : ""}`,
    html: `<span aria-hidden="true">${shown}</span>${hidden(label)}`,
    iconSize: [size, size],
  });
}

/** Where the reader is. */
export function youPin(): L.DivIcon {
  return L.divIcon({ className: "map-you", iconSize: [18, 18] });
}
