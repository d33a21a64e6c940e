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

/** What a pin says of its station: it takes no bookings, it has so many chargers free, or it will have some later. */
export interface PinState {
  readonly type: CurrentType;
  readonly bookable: boolean;
  /** Chargers that are free at the time in question; 0 where that is later, null where it is not asked. */
  readonly free?: number | null;
  readonly active?: boolean;
}

/**
 * One station, told apart by shape as well as colour: a full drop with the number of free chargers, a hollow one where
 * there are some later alone, and a small disc where nothing can be booked. The label says the same.
 */
export function stationPin(
  { type, bookable, free = null, active }: PinState,
  label: string,
): L.DivIcon {
  const size = bookable ? 34 : 24;
  const later = bookable && free === 0;
  const classes = [
    "map-pin",
    bookable ? "map-pin-bookable" : "map-pin-listed",
    later && "map-pin-later",
    active && "map-pin-active",
  ];
  const shown = bookable && free !== null && free > 0 ? `<b>${free}</b>` : glyph(type);
  return L.divIcon({
    className: classes.filter(Boolean).join(" "),
    html: `<span>${shown}</span>${hidden(label)}`,
    iconSize: [size, size],
    // A drop's corner, turned down, stands on the place; a disc's middle does.
    iconAnchor: [size / 2, bookable ? size * 1.2 : size / 2],
    popupAnchor: [0, bookable ? -size : -size / 2],
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
