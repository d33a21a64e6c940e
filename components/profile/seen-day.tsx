"use client";

import { useFormatter, useTranslations } from "next-intl";

import { dateFormat } from "@/lib/core/units";

import { useViewerZone } from "../station/viewer-zone";

/** The day on which a login was last used, by the reader's own clock: their yesterday may be today in UTC. */
export function SeenDay({ seenAt }: { seenAt: string }) {
  const t = useTranslations("profile");
  const format = useFormatter();
  const timeZone = useViewerZone() ?? "UTC";
  return t("seen", { day: format.dateTime(new Date(seenAt), { ...dateFormat, timeZone }) });
}
