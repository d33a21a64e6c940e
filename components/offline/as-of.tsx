"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { minuteMs } from "@/lib/core/durations";

/**
 * How old what stands here is, where the network is away: "As of 12 min ago. No network." Nothing while the server
 * answers. `asOf` in milliseconds by the server's clock, `now` the present by the same.
 */
export function AsOf({
  asOf,
  now,
  isReached,
}: {
  asOf: number;
  now: () => number;
  isReached: boolean | null;
}) {
  const t = useTranslations("offline");
  const format = useFormatter();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((ticks) => ticks + 1), minuteMs / 4);
    return () => clearInterval(timer);
  }, []);
  if (isReached !== false) return null;
  const present = now();
  const isNew = present - asOf < minuteMs;
  const ago = isNew ? t("justNow") : format.relativeTime(asOf, { now: present, style: "short" });
  return <output className="block text-sm font-medium">{t("asOf", { ago })}</output>;
}
