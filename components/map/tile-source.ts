import { getTranslations } from "next-intl/server";

import type { TileSource } from "./geometry";

const openStreetMap = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

/** Where the maps' pictures come from: TILE_URL with TILE_ATTRIBUTION, else OpenStreetMap. Server only. */
export async function tileSource(): Promise<TileSource> {
  const { TILE_URL: url, TILE_ATTRIBUTION: attribution = "" } = process.env;
  if (url) return { url, attribution };
  const whose = (await getTranslations("map"))("openStreetMap");
  return {
    url: openStreetMap,
    attribution: `© <a href="https://www.openstreetmap.org/copyright">${whose}</a>`,
  };
}
