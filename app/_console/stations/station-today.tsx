import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import type { Area } from "@/app/_console/area";
import { dayHref } from "@/app/_console/bookings/day-href";
import { BookingNumber } from "@/components/booking/booking-number";
import { OwnerName } from "@/components/booking/owner-name";
import { BookingStatusBadge } from "@/components/booking/booking-status-badge";
import { BookingTime } from "@/components/booking/booking-time";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartFrame } from "@/components/charts/chart-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { listBookings, readDailyCapacity } from "@/lib/charging/bookings";
import { type DailyCapacity, ListBookings } from "@/lib/charging/bookings/schema";
import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { hourMs } from "@/lib/core/durations";
import type { StationView } from "@/lib/sites/stations/schema";
import { clockOf } from "@/components/ui/use-clock";

/** So many bookings to come are named; the list has the others. */
const named = 5;

interface Shown {
  readonly ctx: Context;
  readonly area: Area;
  readonly station: StationView;
}

/** How full a station is today, and who comes next. */
export async function StationToday(shown: Shown) {
  return (
    <>
      <Load {...shown} />
      <Next {...shown} />
    </>
  );
}

/** Hours of places in the slots: those that are booked, and all. */
function hoursOf(slots: DailyCapacity["slots"]) {
  const sum = { booked: 0, offered: 0 };
  for (const { startsAt, endsAt, reserved, capacity } of slots) {
    const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / hourMs;
    sum.booked += hours * reserved;
    sum.offered += hours * capacity;
  }
  const rounded = (hours: number) => Math.round(hours * 10) / 10;
  return { booked: rounded(sum.booked), offered: rounded(sum.offered) };
}

async function Load({ ctx, area, station }: Shown) {
  const t = await getTranslations("stationAdmin");
  const { id, timeZone } = station;
  const date = calendarDay(ctx.clock.now(), timeZone);
  const { slots } = await readDailyCapacity(ctx, { stationId: id, date });
  const hours = hoursOf(slots);
  return (
    <Card aria-labelledby="today">
      <CardHeader id="today" title={t("today")}>
        {area === "backoffice" && (
          <ButtonLink href={`/backoffice/day?station=${id}`} look="secondary" size="sm">
            {t("toDay")}
          </ButtonLink>
        )}
      </CardHeader>
      <p className="-mt-3 text-sm text-ink-soft">
        {slots.length > 0
          ? t("bookedToday", hours)
          : t(station.can.includes("deactivate") ? "closedToday" : "notOpenToday")}
      </p>
      {hours.booked > 0 && <LoadChart {...{ ctx, slots, timeZone }} />}
    </Card>
  );
}

/** The places that are booked, hour by hour; where nothing is, there is nothing to draw. */
async function LoadChart({
  ctx,
  slots,
  timeZone,
}: {
  readonly ctx: Context;
  readonly slots: DailyCapacity["slots"];
  readonly timeZone: string;
}) {
  const t = await getTranslations("stationAdmin");
  const ui = await getTranslations("consoleHome");
  const format = await getFormatter();
  const clock = clockOf(format, timeZone);
  const points = slots.map(({ startsAt, endsAt, reserved, capacity }) => ({
    key: startsAt,
    label: `${clock(startsAt)}–${clock(endsAt)}`,
    // The hour alone, by the reader's clock.
    short: format.dateTime(new Date(startsAt), "clock", { minute: undefined, timeZone }),
    value: reserved,
    text: t("takenOf", { taken: reserved, count: capacity }),
  }));
  const day = format.dateTime(ctx.clock.now(), { day: "numeric", month: "long", timeZone });
  return (
    <div className="mt-4">
      <ChartFrame
        tableLabel={ui("asTable")}
        summary={ui("tableOf", { title: t("byHour") })}
        head={[t("hour"), t("taken")]}
        rows={points.map(({ label, text }) => [label, text])}
      >
        <BarChart
          title={t("byHour")}
          description={t("byHourText", { ...hoursOf(slots), day })}
          points={points}
          unit={{ kind: "count" }}
          full={Math.max(...slots.map(({ capacity }) => capacity))}
        />
      </ChartFrame>
    </div>
  );
}

async function Next({ ctx, area, station }: Shown) {
  const t = await getTranslations("stationAdmin");
  const { id } = station;
  const { items, total } = await listBookings(ctx, {
    ...ListBookings.parse({ stationId: id, view: "upcoming", sort: "startsAt" }),
    page: 1,
    limit: named,
  });
  const path = `/${area}/bookings`;
  return (
    <Card aria-labelledby="next">
      <CardHeader id="next" title={t("next")} />
      {items.length === 0 && <p className="text-ink-soft">{t("noneNext")}</p>}
      <ul className="-my-2 divide-y text-sm">
        {items.map((booking) => (
          <li
            key={booking.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5"
          >
            <div className="min-w-0">
              <p className="font-medium">
                {area === "backoffice" ? (
                  <Link href={dayHref("/backoffice/day", booking)} className="hover:underline">
                    <BookingTime {...booking} hideZone />
                  </Link>
                ) : (
                  <BookingTime {...booking} hideZone />
                )}
              </p>
              <p className="wrap-anywhere">
                <OwnerName booking={booking} path={path} /> ·{" "}
                <BookingNumber number={booking.number} href={`${path}/${booking.id}`} />
              </p>
            </div>
            <BookingStatusBadge booking={booking} />
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p className="mt-4 text-sm">
          <Link href={`${path}?${new URLSearchParams({ stationId: id })}`} className="link">
            {t("allOf", { count: total })}
          </Link>
        </p>
      )}
    </Card>
  );
}
