import { CalendarClock, Hourglass, MapPinOff, PlugZap, TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import type { Concerned } from "@/components/queue/exception-rows";
import { TodayScreen } from "@/components/queue/today-screen";
import { EmptyState } from "@/components/ui/empty-state";
import { readBooking, readMoveTimes } from "@/lib/charging/bookings";
import type { QueueView } from "@/lib/charging/queue/schema";
import type { Context } from "@/lib/core/context";
import { page } from "@/lib/http/page";

import { approve, cancel, move, reject, settle } from "@/app/_console/bookings/actions";
import { gateStations } from "./gate-stations";
import { todayQueue } from "./today-queue";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("queue"))("title") };
}

/** So many exceptions have their moves on the page; further ones come up as these are settled. */
const mostMoves = 10;

export default page({
  area: "operator",
  permission: "queue.read",
  run: async (ctx) => {
    const t = await getTranslations("queue");
    const [queue, stations] = await Promise.all([todayQueue(), gateStations(ctx)]);
    if (stations.length === 0) {
      return (
        <>
          <h1 className="text-2xl font-semibold">{t("title")}</h1>
          <EmptyState icon={MapPinOff} title={t("noStation")}>
            {t("noStationText")}
          </EmptyState>
        </>
      );
    }
    return (
      <ClientMessages of={["queue", "staffBookings", "places", "offline"]}>
        <LiveRefresh of={["booking.", "session.", "schedule.", "station.", "qr.", "exception."]} />
        <TodayScreen
          initial={queue}
          stations={stations}
          concerned={await readConcerned(ctx, queue)}
          actions={{ approve, reject, cancel, move }}
          settle={settle}
          icons={{
            arrivals: <CalendarClock aria-hidden className="size-5 text-ink-soft" />,
            approvals: <Hourglass aria-hidden className="size-5 text-ink-soft" />,
            inProgress: <PlugZap aria-hidden className="size-5 text-ink-soft" />,
            exceptions: <TriangleAlert aria-hidden className="size-5 text-ink-soft" />,
          }}
        />
      </ClientMessages>
    );
  },
});

/** The bookings that exceptions ask to move, and the times that are free for each. */
async function readConcerned(ctx: Context, { exceptions }: QueueView): Promise<Concerned> {
  const ids = exceptions.flatMap((row) =>
    "bookingId" in row && row.action === "move" ? [row.bookingId] : [],
  );
  const asked = [...new Set(ids)].slice(0, mostMoves);
  const [bookings, starts] = await Promise.all([
    Promise.all(asked.map((id) => readBooking(ctx, { id }))),
    readMoveTimes(ctx, asked),
  ]);
  return {
    bookings: Object.fromEntries(bookings.map((booking) => [booking.id, booking])),
    starts: Object.fromEntries(starts),
  };
}
