import { CalendarOff, ChevronLeft, ChevronRight, MapPinOff } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";

import { SlotList } from "@/components/capacity-day/slot-list";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { zoneName } from "@/components/station/zone-names";
import { FilterForm } from "@/components/table/filter-form";
import { dayOf, textOf } from "@/components/table/table-state";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addDays, calendarDay } from "@/lib/core/calendar";
import { page } from "@/lib/http/page";

import { approve, cancel, move, reject } from "@/app/_console/bookings/actions";
import { readDay } from "@/app/_console/bookings/read-day";
import { gateStations } from "../gate-stations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capacityDay"))("title") };
}

export default page({
  area: "operator",
  permission: "capacity.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("capacityDay");
    const format = await getFormatter();
    const stations = await gateStations(ctx);
    const wanted = textOf(searchParams, "stationId");
    const station = stations.find(({ id }) => id === wanted) ?? stations[0];
    if (!station) {
      const queue = await getTranslations("queue");
      return (
        <>
          <h1 className="text-2xl font-semibold">{t("title")}</h1>
          <EmptyState icon={MapPinOff} title={queue("noStation")}>
            {queue("noStationText")}
          </EmptyState>
        </>
      );
    }
    const { id: stationId, timeZone } = station;
    const today = calendarDay(ctx.clock.now(), timeZone);
    const date = dayOf(searchParams, "date") ?? today;
    const { slots, bookings } = await readDay(ctx, stationId, date);
    const href = (day: string) => `/operator/day?${new URLSearchParams({ stationId, date: day })}`;
    const step = buttonClass({ look: "secondary", size: "icon" });
    const day = format.dateTime(new Date(`${date}T12:00:00Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    return (
      <ClientMessages of={["table", "capacityDay", "staffBookings"]}>
        <LiveRefresh of={["booking.", "session.", "schedule.", "station."]} />
        <div className="mx-auto max-w-3xl space-y-4">
          <header>
            <h1 className="text-2xl font-semibold">{t("title")}</h1>
            <p className="mt-1 text-ink-soft">{t("lead", { day, zone: zoneName(timeZone) })}</p>
          </header>
          <div className="flex flex-wrap items-end gap-3">
            <FilterForm label={t("choose")} keep={{}}>
              <label className="min-w-56 text-sm max-sm:w-full">
                <span className="mb-1 block text-ink-soft">{t("station")}</span>
                <Select name="stationId" defaultValue={stationId} data-said={stationId}>
                  {stations.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </label>
              <label className="text-sm max-sm:w-full">
                <span className="mb-1 block text-ink-soft">{t("date")}</span>
                <Input
                  type="date"
                  name="date"
                  min="2000-01-01"
                  max="2199-12-31"
                  defaultValue={date}
                  data-said={date}
                />
              </label>
            </FilterForm>
            <nav aria-label={t("days")} className="flex gap-2">
              <Link href={href(addDays(date, -1))} aria-label={t("before")} className={step}>
                <ChevronLeft aria-hidden />
              </Link>
              <Link href={href(today)} className={buttonClass({ look: "secondary" })}>
                {t("today")}
              </Link>
              <Link href={href(addDays(date, 1))} aria-label={t("after")} className={step}>
                <ChevronRight aria-hidden />
              </Link>
            </nav>
          </div>
          {slots.length === 0 ? (
            <EmptyState icon={CalendarOff} title={t("none")}>
              {t("noneText")}
            </EmptyState>
          ) : (
            <SlotList
              slots={slots}
              bookings={bookings}
              timeZone={timeZone}
              now={ctx.clock.now()}
              actions={{ approve, reject, cancel, move }}
            />
          )}
        </div>
      </ClientMessages>
    );
  },
});
