"use client";

import { useTranslations } from "next-intl";

import { Spinner } from "../ui/spinner";

/** In the map's place while it is on its way. */
export function MapLoading() {
  const t = useTranslations("map");
  return (
    <output
      data-loading
      className="flex size-full items-center justify-center gap-2 bg-map-water text-sm text-ink-soft"
    >
      <Spinner />
      {t("loading")}
    </output>
  );
}
