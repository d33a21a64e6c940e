import { useFormatter, useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import type { CarNeed } from "../station/car-need";
import { useFreeWords } from "../station/free-words";
import { useNeedWords } from "../station/need-words";
import { zoneName } from "../station/zone-name";
import type { ShownStation } from "./shown-stations";

/**
 * When there is a place: the time that was asked for, else the next; and the next seven days at a glance, where the
 * height of a bar says at how many of the day's times there is one, of the places that are asked for.
 */
export function WeekStrip({
  station,
  need,
  bookHref,
  isStale,
}: {
  station: ShownStation;
  need: CarNeed;
  /** Where the time is booked that the reader asked for; it takes the place of the other days. */
  bookHref: string | false | null;
  /** What was found may be another time than the one that is asked for now: nobody books it by mistake. */
  isStale: boolean;
}) {
  const t = useTranslations("station");
  const words = useNeedWords()(need, "short");
  const { availability: days, suiting } = station;
  if (!station.free) {
    return (
      <p className="mt-3 text-sm text-ink-soft">
        <NothingFree words={words} isOpen={days.some(({ slots }) => slots > 0)} suiting={suiting} />
      </p>
    );
  }
  return (
    <div className="mt-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <Free {...station} free={station.free} need={words} />
      {bookHref && isStale ? (
        <Button disabled className="relative z-10">
          {t("book")}
        </Button>
      ) : bookHref ? (
        // Above the link that covers the card.
        <ButtonLink
          href={bookHref}
          prefetch={false}
          className="relative z-10"
          aria-label={t("bookNamed", { name: station.name })}
        >
          {t("book")}
        </ButtonLink>
      ) : (
        <Week days={days} />
      )}
    </div>
  );
}

/** The time by the station's clock, with its zone: the reader's own is not known before the card has its place. */
function Free({
  free,
  timeZone,
  need,
}: {
  free: NonNullable<ShownStation["free"]>;
  timeZone: string;
  need: string;
}) {
  const t = useTranslations("station");
  const freeWords = useFreeWords();
  return (
    <p className="reading-room text-sm font-medium text-success">
      {freeWords(free, timeZone, need)}{" "}
      <span className="font-normal whitespace-nowrap text-ink-soft">
        {t("zoneShort", { zone: zoneName(timeZone) })}
      </span>
    </p>
  );
}

function Week({ days }: { days: ShownStation["availability"] }) {
  const t = useTranslations("station");
  const format = useFormatter();
  // A calendar day has no zone of its own: it is read and written in UTC.
  const dayName = (date: string, weekday: "narrow" | "long") =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { weekday, timeZone: "UTC" });
  return (
    <ul aria-label={t("week")} className="week">
      {days.map(({ date, slots, freeSlots }) => (
        <li key={date}>
          <i aria-hidden data-free={level(slots > 0 ? freeSlots / slots : 0)}>
            {dayName(date, "narrow")}
          </i>
          <span className="sr-only">
            {t("weekDay", { day: dayName(date, "long"), count: freeSlots })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why there is nothing: no place fits the car, the station is not open, or all that fits is taken. */
function NothingFree({
  words: need,
  isOpen,
  suiting,
}: {
  words: string;
  isOpen: boolean;
  suiting: number;
}) {
  const t = useTranslations("station");
  if (need && suiting === 0) return t("noPlaceFor", { need });
  if (!isOpen) return t("noSlots");
  return need ? t("allTakenFor", { need }) : t("allTaken");
}

/** In quarters of the bar's height. */
function level(share: number): number {
  if (share === 0) return 0;
  if (share < 0.25) return 1;
  if (share < 0.5) return 2;
  return share < 0.8 ? 3 : 4;
}
