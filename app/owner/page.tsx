import { CalendarClock, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { BookingTime } from "@/components/booking/booking-time";
import { Finder } from "@/components/finder/finder";
import { SuggestionsCard } from "@/components/home/suggestions-card";
import { LiveRefresh } from "@/components/live/live-refresh";
import { ChargingCard } from "@/components/owner/charging-card";
import { Notice } from "@/components/ui/notice";
import { readMe } from "@/lib/people/accounts";
import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { listActiveSessions } from "@/lib/charging/sessions";
import type { SessionView } from "@/lib/charging/sessions/schema";
import type { Context } from "@/lib/core/context";
import { page } from "@/lib/http/page";
import { suggestCharging } from "@/lib/insight/suggestions";

import { ShowFinder } from "@/app/_finder/show-finder";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home.owner");
  return { title: t("title") };
}

/** Cars that charge at once: one person's, as a rule. */
const mostCharging = 3;

/** A driver's first page: where to charge, the map first. */
export default page({
  area: "owner",
  permission: "dashboard.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("home.owner");
    const me = await readMe(ctx);
    const charging = await listActiveSessions(ctx, { page: 1, limit: mostCharging });
    // Nothing that could not be booked is suggested, so nothing to who may not book.
    const suggested = me.status === "Active" ? await suggestCharging(ctx, {}) : null;
    return (
      <div className="space-y-3">
        <LiveRefresh of={["booking.", "session."]} />
        {charging.items.map((session) => (
          <ChargingCard key={session.id} session={session} now={ctx.clock.now()} leads />
        ))}
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h1 className="text-2xl font-semibold max-lg:sr-only">{t("title")}</h1>
          <Next ctx={ctx} charging={charging.items} />
        </div>
        {me.status !== "Active" && (
          <Notice kind="warning" title={t("deactivated")}>
            {t("deactivatedText")}
          </Notice>
        )}
        <ShowFinder ctx={ctx} searchParams={searchParams} form="app" as={Finder} />
        {suggested && (
          <div className="pt-3">
            <SuggestionsCard told={suggested} />
          </div>
        )}
      </div>
    );
  },
});

/** The booking that comes next, in a line that leads to it; nothing where there is none. */
async function Next({ ctx, charging }: { ctx: Context; charging: readonly SessionView[] }) {
  const t = await getTranslations("home.owner");
  const query = ListBookings.parse({ view: "upcoming", sort: "startsAt" });
  // What charges has a card of its own; it is not what comes next.
  const isCharging = new Set(charging.map(({ bookingId }) => bookingId));
  const { items } = await listBookings(ctx, { ...query, page: 1, limit: 1 + isCharging.size });
  const next = items.find(({ id }) => !isCharging.has(id));
  if (!next) return null;
  return (
    <Link
      href={`/owner/bookings/${next.id}`}
      className="flex min-h-11 min-w-0 items-center gap-2 rounded-md border bg-surface px-3 text-sm hover:border-accent max-lg:w-full"
    >
      <CalendarClock aria-hidden className="size-4 shrink-0 text-accent-ink" />
      <span className="sr-only">{t("next")}: </span>
      <span className="min-w-0 flex-1 py-1.5 lg:flex lg:gap-3">
        <span className="block font-semibold wrap-anywhere [&_*]:whitespace-normal">
          <BookingTime {...next} />
        </span>
        <span className="text-ink-soft wrap-anywhere max-lg:line-clamp-4 lg:block lg:truncate">
          {next.stationName}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft" />
    </Link>
  );
}
