import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

/** How the site installs on a phone. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("site");
  return {
    name: t("name"),
    short_name: t("name"),
    description: t("description"),
    start_url: "/",
    display: "standalone",
    background_color: "#f7faf9",
    theme_color: "#066a55",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      {
        src: "/icons/icon-maskable-512.png",
        sizes: "512x512",
        type: "image/png",
        purpose: "maskable",
      },
    ],
  };
}
