"use client";

import { useFormatter, useTranslations } from "next-intl";

import { useViewerZone } from "./viewer-zone";
import { zoneName } from "./zone-name";
import { offsetMinutes } from "./zone-offset";

interface At {
  /** ISO instant. */
  readonly at: string;
  /** The station's. */
  readonly timeZone: string;
}

/** The reader's zone; null where its clocks say what the station's do, and while the server renders. */
export function useForeignZone({ at, timeZone }: At): string | null {
  const zone = useViewerZone();
  const instant = new Date(at);
  if (zone === null || offsetMinutes(zone, instant) === offsetMinutes(timeZone, instant)) {
    return null;
  }
  return zone;
}

/** Says that the reader's own time stands beside the station's, where it does. */
export function ViewerZone(props: At) {
  const t = useTranslations("station");
  const zone = useForeignZone(props);
  return zone && t("zoneYours", { zone: zoneName(zone) });
}

/** An instant of the station's by the reader's own clock, where that differs. */
export function ViewerTime(props: At) {
  const t = useTranslations("station");
  const format = useFormatter();
  const zone = useForeignZone(props);
  if (!zone) return null;
  const at = new Date(props.at);
  const dayIn = (timeZone: string) => format.dateTime(at, { dateStyle: "short", timeZone });
  const time = format.dateTime(at, "clock", {
    timeZone: zone,
    ...(dayIn(zone) !== dayIn(props.timeZone) && { weekday: "short" }),
  });
  return <span className="tabular text-xs text-ink-soft">{t("viewerTime", { time })}</span>;
}
