"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { hourMs, minuteMs } from "@/lib/core/durations";
import { clockOf } from "../ui/use-clock";

/** When check-in opens, counted down in its last day, and until when it is open. */
export function WindowTime({
  opensAt,
  closesAt,
  timeZone,
}: {
  opensAt: string;
  closesAt: string;
  timeZone: string;
}) {
  const t = useTranslations("ownBookings");
  const format = useFormatter();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 15_000);
    return () => clearInterval(timer);
  }, []);
  const clock = clockOf(format, timeZone);
  const day = (at: string) =>
    format.dateTime(new Date(at), { weekday: "short", day: "numeric", month: "short", timeZone });
  if (now !== null && now >= Date.parse(closesAt))
    return t("windowClosed", { time: clock(closesAt) });
  if (now !== null && now >= Date.parse(opensAt)) return t("windowOpen", { time: clock(closesAt) });
  const left = now === null ? Infinity : Date.parse(opensAt) - now;
  if (left > 24 * hourMs) return t("windowOpens", { day: day(opensAt), time: clock(opensAt) });
  const minutes = Math.ceil(left / minuteMs);
  return t("windowOpensIn", {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    time: clock(opensAt),
  });
}
