import { CalendarOff, MapPinOff } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";

import { SlotList } from "@/components/capacity-day/slot-list";
import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PlacesLine } from "@/components/station/places-line";
import { zoneName } from "@/components/station/zone-name";
import { DayChoice, StationChoice } from "@/components/table/day-choice";
import { dayOf, textOf } from "@/components/table/table-state";
import { EmptyState } from "@/components/ui/empty-state";
import { calendarDay } from "@/lib/core/calendar";
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
    const { id: stationId, timeZone, connectors } = station;
    const today = calendarDay(ctx.clock.now(), timeZone);
    const date = dayOf(searchParams, "date") ?? today;
    const { slots, bookings } = await readDay(ctx, stationId, date);
    const href = (day: string) => `/operator/day?${new URLSearchParams({ stationId, date: day })}`;
    const day = format.dateTime(new Date(`${date}T12:00:00Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    return (
      <ClientMessages of={["table", "capacityDay", "staffBookings", "places"]}>
        <LiveRefresh of={["booking.", "session.", "schedule.", "station."]} />
        <div className="mx-auto max-w-3xl space-y-4">
          <header>
            <h1 className="text-2xl font-semibold">{t("title")}</h1>
            <p className="mt-1 text-ink-soft">{t("lead", { day, zone: zoneName(timeZone) })}</p>
          </header>
          <DayChoice {...{ date, today, href }}>
            <StationChoice {...{ stations, stationId }} field="stationId" />
          </DayChoice>
          <PlacesLine connectors={connectors} />
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
