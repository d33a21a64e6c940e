"use client";

import { useFormatter, useTranslations } from "next-intl";

import { useForeignZone } from "./viewer-time";
import { zoneName } from "./zone-name";
import { clockOf } from "../ui/use-clock";

/** A time at a station by the reader's own clock, where that differs. */
export function ViewerRange({
  startsAt,
  endsAt,
  timeZone,
}: {
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  /** The station's. */
  timeZone: string;
}) {
  const t = useTranslations("station");
  const format = useFormatter();
  const zone = useForeignZone({ at: startsAt, timeZone });
  if (!zone) return null;
  const clock = clockOf(format, zone);
  const day = format.dateTime(new Date(startsAt), { weekday: "long", timeZone: zone });
  return (
    <span className="tabular mt-1 block text-sm font-normal text-ink-soft">
      {t("yourRange", {
        time: `${day} ${clock(startsAt)}–${clock(endsAt)}`,
        zone: zoneName(zone),
      })}
    </span>
  );
}
