import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

import { installScreenshots } from "@/components/shell/install-screenshots";
import { startPath } from "@/lib/http/navigation";

const icon = (name: string, size: number, purpose?: "maskable") => ({
  src: `/icons/${name}-${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  ...(purpose && { purpose }),
});

/**
 * How the site installs: one app for everybody. Where it begins the server decides by who is signed in. The icons are
 * drawn by `npm run generate:icons`, the screenshots taken by `npm run screenshots`.
 */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("site");
  return {
    id: "/",
    name: t("name"),
    short_name: t("name"),
    description: t("description"),
    start_url: startPath,
    scope: "/",
    display: "standalone",
    categories: ["travel", "utilities"],
    background_color: "#f7faf9",
    theme_color: "#066a55",
    icons: [
      icon("icon", 192),
      icon("icon", 512),
      icon("icon-maskable", 192, "maskable"),
      icon("icon-maskable", 512, "maskable"),
    ],
    screenshots: installScreenshots.map(({ name, form, width, height }) => ({
      src: `/screenshots/${name}.webp`,
      sizes: `${width}x${height}`,
      type: "image/webp",
      form_factor: form,
      label: t(`screenshots.${name}`),
    })),
    shortcuts: [
      // A phone shows the first few: a driver's before those of staff, who are fewer.
      { name: t("shortcuts.find"), url: "/owner", icons: [icon("icon", 96)] },
      { name: t("shortcuts.codes"), url: "/owner/qr", icons: [icon("icon", 96)] },
      { name: t("shortcuts.scan"), url: "/operator/scan", icons: [icon("icon", 96)] },
    ],
  };
}
