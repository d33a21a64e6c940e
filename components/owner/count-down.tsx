"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const pad = (number: number) => String(number).padStart(2, "0");

/** How long something is still held, second by second: "9:41 left". Nothing once it is over. */
export function CountDown({ until }: { until: string }) {
  const t = useTranslations("waiting");
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, []);
  if (now === null) return null;
  const seconds = Math.ceil((Date.parse(until) - now) / 1_000);
  if (seconds <= 0) return <span>{t("over")}</span>;
  const time = `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
  return (
    <span role="timer" className="tabular font-medium">
      {t("timeLeft", { time })}
    </span>
  );
}
