import { useFormatter, useTranslations } from "next-intl";

import type { StationListItem } from "@/lib/sites/stations/schema";
import { clockOf } from "../ui/use-clock";

type Free = NonNullable<StationListItem["free"]>;

/** When a station has places and how many (namespace `station`): "Free Fri 18:00–19:00, 4 chargers". */
export function useFreeWords(): (free: Free, timeZone: string, need?: string) => string {
  const t = useTranslations("station");
  const format = useFormatter();
  return ({ startsAt, endsAt, places: count }, timeZone, need = "") => {
    const clock = clockOf(format, timeZone);
    const day = format.dateTime(new Date(startsAt), { weekday: "short", timeZone });
    const time = `${day} ${clock(startsAt)}–${clock(endsAt)}`;
    return need ? t("freeAtFor", { time, count, need }) : t("freeAt", { time, count });
  };
}
