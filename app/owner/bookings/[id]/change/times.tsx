import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { BookingView, MoveTime } from "@/lib/charging/bookings/schema";
import { calendarDay } from "@/lib/core/calendar";
import { clockOf } from "@/components/ui/use-clock";

/** The other times of one day, that of the booking where it has any, and the way to the other days. */
export function Times({
  booking: { startsAt, timeZone },
  times,
  plug,
  day: asked,
}: {
  booking: BookingView;
  times: readonly MoveTime[];
  plug: string | undefined;
  /** `YYYY-MM-DD` in the station's zone, as the address says it. */
  day: string | undefined;
}) {
  const t = useTranslations("ownBookings");
  const format = useFormatter();
  const dayOf = (at: string) => calendarDay(new Date(at), timeZone);
  const days = [...Map.groupBy(times, (time) => dayOf(time.startsAt))];
  const [shown] = [asked, dayOf(startsAt), days[0]?.[0]].filter((day) =>
    days.some(([one]) => one === day),
  );
  const own = days.find(([day]) => day === shown)?.[1] ?? [];
  const clock = clockOf(format, timeZone);
  const inDay = (at: string, options: object) =>
    format.dateTime(new Date(at), { ...options, timeZone });
  const also: Record<string, string> = plug === undefined ? {} : { standard: plug };
  return (
    <>
      <nav
        aria-label={t("days")}
        className="-mx-4 mb-5 overflow-x-auto px-4 [scrollbar-width:thin]"
      >
        <ul className="flex w-max gap-2 pb-1">
          {days.map(([day, [first]]) => (
            <li key={day}>
              <Link
                replace
                scroll={false}
                href={`?${new URLSearchParams({ day, ...also })}`}
                aria-current={day === shown ? "true" : undefined}
                className="tabular flex min-h-11 min-w-14 flex-col items-center justify-center rounded-md border bg-surface px-3 py-1 text-sm hover:border-accent aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft"
              >
                <span className="text-ink-soft">
                  {first && inDay(first.startsAt, { weekday: "short" })}
                </span>
                <span className="font-semibold whitespace-nowrap">
                  {first && inDay(first.startsAt, { day: "numeric", month: "short" })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="day">
        <h2 id="day" className="mb-2 font-semibold">
          {own[0] && inDay(own[0].startsAt, { weekday: "long", day: "numeric", month: "long" })}
        </h2>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {own.map(({ startsAt: from, endsAt: to }) => (
            <li key={from}>
              <Link
                href={`?${new URLSearchParams({ startsAt: from, ...also })}`}
                className="tabular flex min-h-11 items-center justify-center rounded-md border bg-surface text-sm font-medium hover:border-accent"
              >
                {clock(from)}–{clock(to)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
