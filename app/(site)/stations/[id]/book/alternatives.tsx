"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import { useForm } from "@/components/form/action-form";
import { CountDown } from "@/components/owner/count-down";
import { distanceFormat, type DistanceUnit, metresIn } from "@/lib/core/units";
import { clockOf } from "@/components/ui/use-clock";

/** A time near the refused one that has a place (api.md, `slot.full`). */
interface Alternative {
  readonly stationId: string;
  readonly stationName: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly distanceM: number;
  readonly offerId?: string;
  readonly offerEndsAt?: string;
}

/** Where somebody was faster: the nearest times and stations that have a place, the first of them held for a moment. */
export function Alternatives({
  stationId,
  time,
  need,
  unit,
}: {
  stationId: string;
  /** What was refused: for that one may wait. */
  time: { readonly startsAt: string; readonly endsAt: string };
  /** What the car needs, as parameters; it goes along. */
  need: Readonly<Record<string, string>>;
  /** In which the reader reads distances. */
  unit: DistanceUnit;
}) {
  const t = useTranslations("waiting");
  const { state } = useForm();
  const found = (state?.details?.alternatives ?? []) as readonly Alternative[];
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest" className="mb-2 font-semibold">
        {t("nearest")}
      </h2>
      <ul className="space-y-2">
        {found.map((one) => (
          <li key={`${one.stationId} ${one.startsAt}`}>
            <Link
              href={hrefOf(one, need)}
              prefetch={false}
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 rounded-md border bg-surface px-4 py-2 hover:border-accent hover:bg-accent-soft"
            >
              <span className="tabular min-w-0 font-medium wrap-anywhere">
                <AlternativeWords of={one} isHere={one.stationId === stationId} unit={unit} />
              </span>
              {one.offerEndsAt && (
                <span className="text-sm text-success">
                  {t("altHeld")}, <CountDown until={one.offerEndsAt} />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <Link
        href={`/stations/${stationId}/wait?${new URLSearchParams({ ...time, ...need })}`}
        prefetch={false}
        className="link mt-1 inline-flex min-h-11 items-center text-sm"
      >
        {t("joinInstead")}
      </Link>
    </section>
  );
}

function AlternativeWords({
  of: one,
  isHere,
  unit,
}: {
  of: Alternative;
  isHere: boolean;
  unit: DistanceUnit;
}) {
  const t = useTranslations("waiting");
  const format = useFormatter();
  const { timeZone } = one;
  const start = new Date(one.startsAt);
  const day = format.dateTime(start, { weekday: "short", timeZone });
  const clock = clockOf(format, timeZone);
  const time = `${day} ${clock(start)}–${clock(new Date(one.endsAt))}`;
  if (isHere) return t("altHere", { time });
  return t("altThere", {
    time,
    station: one.stationName,
    distance: format.number(metresIn(unit, one.distanceM), distanceFormat(unit)),
  });
}

function hrefOf(
  { stationId, startsAt, endsAt, offerId }: Alternative,
  need: Readonly<Record<string, string>>,
): string {
  const query = { startsAt, endsAt, ...need, ...(offerId && { offer: offerId }) };
  return `/stations/${stationId}/book?${new URLSearchParams(query)}`;
}
