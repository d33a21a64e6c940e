import type { useFormatter, useTranslations } from "next-intl";

import { hourMs, minuteMs } from "@/lib/core/durations";

import { zoneName } from "../station/zone-name";
import { placeKey } from "@/lib/core/plugs";

import type { useNeedWords } from "../station/need-words";
import type { PlaceWords } from "../station/place-groups";
import type { FreePlace, Why } from "./why";

interface Said {
  readonly title: string;
  readonly text: string;
}

/** By what a no is worded: the catalogue's `scan`, the reader's way of writing times, and the present. */
export interface Wording {
  readonly t: ReturnType<typeof useTranslations<"scan">>;
  readonly format: Pick<ReturnType<typeof useFormatter>, "dateTime" | "list">;
  readonly places: PlaceWords;
  readonly need: ReturnType<typeof useNeedWords>;
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: number;
}

/** Why somebody was not let in, in plain words. */
export function sayWhy(why: Why, wording: Wording): Said {
  const { t, now } = wording;
  switch (why.name) {
    case "early": {
      const left = Date.parse(why.opensAt) - now;
      const at = sayTime(why.opensAt, why.timeZone, wording);
      if (left <= 0) return both(t("why.earlyOpen.title"), t("why.earlyOpen.text", { at }));
      return both(t("why.early.title"), t("why.early.text", { at, left: sayLeft(left, t) }));
    }
    case "notAwaited":
      return both(t("why.notAwaited.title", why), t("why.notAwaited.text"));
    case "unknownNumber":
      return both(t("why.unknownNumber.title"), t("why.unknownNumber.text", why));
    case "otherStation":
      return both(t("why.otherStation.title"), t("why.otherStation.text", why));
    case "used": {
      const at = sayTime(why.usedAt, why.timeZone, wording);
      const text =
        why.by === "" ? t("why.usedUnnamed.text", { at }) : t("why.used.text", { at, by: why.by });
      return both(t("why.used.title"), text);
    }
    case "late":
    case "lateAndFull": {
      const at = sayTime(why.closedAt, why.timeZone, wording);
      return both(t(`why.${why.name}.title`), t(`why.${why.name}.text`, { at }));
    }
    case "moved": {
      const at = sayTime(why.startsAt, why.timeZone, { ...wording, now: Number.NaN });
      return both(t("why.moved.title"), t("why.moved.text", { at }));
    }
    case "status":
      return sayStatus(why, wording);
    case "noneSuits": {
      const { standard: plug, minPowerKw } = why;
      const asked = wording.need({ plug, minPowerKw }) || t("thisCar");
      const text = t("why.noneSuits.text", { free: sayFree(why.free, wording), asked });
      return both(t("why.noneSuits.title"), text);
    }
    case "said":
      return both(t("why.said.title"), why.message);
    default:
      return both(t(`why.${why.name}.title`), t(`why.${why.name}.text`));
  }
}

/** Free connectors by what they are: "1, 2 (CCS 2 · 150 kW), 3 (CHAdeMO · 50 kW)". */
function sayFree(free: readonly FreePlace[], { t, format, places }: Wording): string {
  const kinds = Map.groupBy(free, placeKey);
  const said = [...kinds.values()].flatMap((alike) => {
    const [first] = alike;
    const numbers = format.list(
      alike.map(({ number }) => t("number", { number })),
      { type: "unit" },
    );
    return first ? [t("freeOfKind", { numbers, kind: places.kind(first) })] : [];
  });
  return format.list(said, { type: "unit" });
}

const both = (title: string, text: string): Said => ({ title, text });

function sayStatus(
  { status, at, timeZone }: Extract<Why, { name: "status" }>,
  wording: Wording,
): Said {
  const { t } = wording;
  const name = status.startsWith("Canceled") ? "Canceled" : status;
  if (name === "Pending") return both(t("why.status.Pending.title"), t("why.status.Pending.text"));
  if (name !== "Rejected" && name !== "Canceled" && name !== "Completed") {
    return both(t("why.status.Other.title"), t("why.status.Other.text"));
  }
  const title = t(`why.status.${name}.title`);
  if (at === "") return both(title, t(`why.statusNoTime.${name}`));
  return both(title, t(`why.status.${name}.text`, { at: sayTime(at, timeZone, wording) }));
}

/** A time by the station's clock, which is named; of another day than today with the day: "on Fri, 27 Nov, 10:00 New York". */
export function sayTime(at: string, timeZone: string, { t, format, now }: Wording): string {
  const day = { weekday: "short", day: "numeric", month: "short", timeZone } as const;
  const isToday =
    !Number.isNaN(now) &&
    format.dateTime(new Date(at), day) === format.dateTime(new Date(now), day);
  const time = format.dateTime(new Date(at), "clock", isToday ? { timeZone } : day);
  const said = { time, zone: zoneName(timeZone) };
  return isToday ? t("at", said) : t("on", said);
}

/** How long still, in milliseconds: "12 minutes", the last of them in seconds; never less than there is. */
export function sayLeft(ms: number, t: Wording["t"]): string {
  if (ms <= minuteMs) return t("left.seconds", { seconds: Math.max(1, Math.ceil(ms / 1_000)) });
  const minutes = Math.ceil(ms / minuteMs);
  if (ms <= hourMs) return t("left.minutes", { minutes });
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0
    ? t("left.hours", { hours })
    : t("left.hoursAndMinutes", { hours, minutes: rest });
}
