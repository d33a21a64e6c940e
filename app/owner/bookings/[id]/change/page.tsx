import { ArrowLeft, CalendarX2 } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import { BookingTime } from "@/components/booking/booking-time";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { zoneName } from "@/components/station/zone-names";
import { textOf } from "@/components/table/table-state";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { clockFormat } from "@/components/ui/instant-formats";
import { Notice } from "@/components/ui/notice";
import { readBooking, readChangeTimes } from "@/lib/charging/bookings";
import type { BookingView, MoveTime } from "@/lib/charging/bookings/schema";
import { page } from "@/lib/http/page";
import { readStation } from "@/lib/sites/stations";

import { changeTime } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownBookings"))("changeTitle") };
}

export default page({
  area: "owner",
  permission: "booking.modify",
  run: async (ctx, { params, searchParams }) => {
    const t = await getTranslations("ownBookings");
    const booking = await readBooking(ctx, { id: params.id ?? "" });
    const back = `/owner/bookings/${booking.id}`;
    const times = booking.can.includes("modify") ? await readChangeTimes(ctx, booking) : [];
    const station = await readStation(ctx, booking.stationId);
    const wanted = textOf(searchParams, "startsAt");
    const chosen = times.find(({ startsAt }) => startsAt === wanted);
    return (
      <div className="mx-auto max-w-3xl">
        <Link
          href={back}
          className="-ml-2 inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-sm text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t("back")}
        </Link>
        <h1 className="mt-2 text-2xl font-semibold">{t("changeTitle")}</h1>
        <p className="mt-1 mb-6 text-ink-soft">
          {t("changeLead", { station: booking.stationName, zone: zoneName(booking.timeZone) })}
        </p>
        {chosen ? (
          <Confirm booking={booking} chosen={chosen} isReviewed={station.approval === "Manual"} />
        ) : times.length > 0 ? (
          <Times booking={booking} times={times} />
        ) : (
          <Card>
            <EmptyState icon={CalendarX2} title={t("noTimes")}>
              {t(booking.can.includes("modify") ? "noTimesText" : "mayNotChange")}
            </EmptyState>
          </Card>
        )}
      </div>
    );
  },
});

/** Every other time, a day each. */
async function Times({ booking, times }: { booking: BookingView; times: readonly MoveTime[] }) {
  const format = await getFormatter();
  const { timeZone } = booking;
  const day = (at: string) =>
    format.dateTime(new Date(at), { weekday: "long", day: "numeric", month: "long", timeZone });
  const clock = (at: string) => format.dateTime(new Date(at), { ...clockFormat, timeZone });
  return (
    <div className="space-y-6">
      {[...Map.groupBy(times, ({ startsAt }) => day(startsAt))].map(([title, own], index) => (
        <section key={title} aria-labelledby={`day-${index}`}>
          <h2 id={`day-${index}`} className="mb-2 font-semibold">
            {title}
          </h2>
          <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
            {own.map(({ startsAt, endsAt }) => (
              <li key={startsAt}>
                <Link
                  href={`?${new URLSearchParams({ startsAt })}`}
                  className="tabular flex min-h-11 items-center justify-center rounded-md border bg-surface text-sm font-medium hover:border-accent"
                >
                  {clock(startsAt)}–{clock(endsAt)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The old time and the new one, and what follows. */
async function Confirm({
  booking,
  chosen,
  isReviewed,
}: {
  booking: BookingView;
  chosen: MoveTime;
  isReviewed: boolean;
}) {
  const t = await getTranslations("ownBookings");
  const { id, timeZone } = booking;
  return (
    <Card aria-label={t("changeTitle")} className="space-y-5">
      <dl className="space-y-3">
        <div>
          <dt className="text-sm text-ink-soft">{t("timeNow")}</dt>
          <dd className="line-through">
            <BookingTime {...booking} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{t("timeNew")}</dt>
          <dd className="text-lg font-semibold">
            <BookingTime {...chosen} timeZone={timeZone} />
          </dd>
        </div>
      </dl>
      <Notice>{t(isReviewed ? "changeReviewed" : "changeCode")}</Notice>
      <ActionForm action={changeTime} label={t("changeTitle")}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="startsAt" value={chosen.startsAt} />
        <input type="hidden" name="endsAt" value={chosen.endsAt} />
        <SubmitButton size="lg" className="w-full">
          {t("changeConfirm")}
        </SubmitButton>
      </ActionForm>
      <p className="text-center text-sm">
        <Link href={`/owner/bookings/${id}/change`} className="link">
          {t("otherTime")}
        </Link>
      </p>
    </Card>
  );
}
