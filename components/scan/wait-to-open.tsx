"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";

import { minuteMs } from "@/lib/core/durations";

import { Button } from "../ui/button";
import { useSeconds } from "./use-seconds";

/** A button that waits until check-in opens, and then checks in by itself; one may stop waiting. */
export function WaitToOpen({
  opensAt,
  now,
  onOpen,
}: {
  opensAt: string;
  /** The server's time, in milliseconds. */
  now: () => number;
  onOpen: () => void;
}) {
  const t = useTranslations("scan");
  const [isWaiting, setWaiting] = useState(false);
  const left = Date.parse(opensAt) - useSeconds(now);
  const isOpen = left <= 0;
  const open = useEffectEvent(onOpen);
  useEffect(() => {
    if (isWaiting && isOpen) open();
  }, [isWaiting, isOpen]);
  if (!isWaiting) {
    return (
      <Button size="lg" onClick={() => setWaiting(true)}>
        {isOpen ? t("checkIn") : t("wait")}
      </Button>
    );
  }
  return (
    <>
      <p role="timer" className="tabular py-2 text-center text-lg font-semibold">
        {t("waiting", { left: stopwatch(left) })}
      </p>
      <Button size="lg" look="secondary" onClick={() => setWaiting(false)}>
        {t("waitStop")}
      </Button>
    </>
  );
}

/** What is left, to the second: "11:40". */
function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const perMinute = minuteMs / 1_000;
  return `${Math.floor(seconds / perMinute)}:${String(seconds % perMinute).padStart(2, "0")}`;
}
