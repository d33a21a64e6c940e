import { CalendarClock, CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { BookingRows } from "@/components/owner/booking-rows";
import { WaitingRows } from "@/components/owner/waiting-rows";
import { PageHead } from "@/components/shell/page-head";
import { Pager } from "@/components/table/pager";
import { readTable, textOf } from "@/components/table/table-state";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listBookings } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { readWaiting } from "@/lib/charging/waiting";
import type { Context } from "@/lib/core/context";
import { page } from "@/lib/http/page";

import { leaveLine } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownBookings"))("title") };
}

/** Bookings on one page of the list. */
const shown = 20;

export default page({
  area: "owner",
  permission: "booking.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("ownBookings");
    const view = textOf(searchParams, "view") === "past" ? "past" : "upcoming";
    const state = readTable("/owner/bookings", searchParams, {
      sorts: [],
      sort: "startsAt",
      limit: shown,
    });
    const [pending, approved, upcoming, past, waiting] = await Promise.all([
      count(ctx, { view: "upcoming", status: "Pending" }),
      count(ctx, { view: "upcoming", status: "Approved" }),
      count(ctx, { view: "upcoming" }),
      count(ctx, { view: "history" }),
      readWaiting(ctx, {}),
    ]);
    const query = ListBookings.parse({ view: view === "past" ? "history" : "upcoming" });
    const { items, total } = await listBookings(ctx, { ...query, page: state.page, limit: shown });
    const live = waiting.filter(({ can }) => can.includes("leave"));
    return (
      <ClientMessages of={["waiting", "ownBookings", "offline", "station"]}>
        <LiveRefresh of={["booking.", "session.", "inbox.", "waiting."]} />
        <PageHead title={t("title")} lead={t("counts", { pending, approved, past })}>
          <ButtonLink href="/">
            <CalendarPlus aria-hidden />
            {t("find")}
          </ButtonLink>
        </PageHead>
        {live.length > 0 && (
          <Card aria-labelledby="waiting" className="mb-6">
            <CardHeader id="waiting" title={t("waiting")} />
            <WaitingRows entries={live} leave={leaveLine} />
          </Card>
        )}
        <nav aria-label={t("views")} className="mb-4 flex flex-wrap gap-2 sm:w-96">
          {(["upcoming", "past"] as const).map((one) => (
            <Link
              key={one}
              href={one === "past" ? "/owner/bookings?view=past" : "/owner/bookings"}
              aria-current={one === view ? "page" : undefined}
              className="flex min-h-11 flex-auto items-center justify-center text-center rounded-md border px-[min(0.75rem,3vw)] text-sm font-medium text-ink-soft hover:border-accent aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:text-ink"
            >
              {t(one, { count: one === "past" ? past : upcoming })}
            </Link>
          ))}
        </nav>
        {items.length > 0 ? (
          <BookingRows bookings={items} />
        ) : (
          <Card>
            <EmptyState icon={CalendarClock} title={t(`none.${view}`)}>
              {t(`noneText.${view}`)}
            </EmptyState>
          </Card>
        )}
        {total > shown && (
          <div className="mt-4 flex">
            <Pager state={state} total={total} />
          </div>
        )}
      </ClientMessages>
    );
  },
});

async function count(ctx: Context, query: object): Promise<number> {
  const { total } = await listBookings(ctx, { ...ListBookings.parse(query), page: 1, limit: 1 });
  return total;
}
