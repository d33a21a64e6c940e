import type { TileSource } from "./geometry";

const openStreetMap: TileSource = {
  url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
  attribution: '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap contributors</a>',
};

/** Where the maps' pictures come from: TILE_URL with TILE_ATTRIBUTION, else OpenStreetMap. Server only. */
export function tileSource(): TileSource {
  const { TILE_URL: url, TILE_ATTRIBUTION: attribution } = process.env;
  return url ? { url, attribution: attribution ?? "" } : openStreetMap;
}
