import { CalendarClock, CalendarPlus, History, Hourglass } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";

import { BookedFor } from "@/components/booking/booked-for";
import { SuggestionsCard } from "@/components/home/suggestions-card";
import { LiveRefresh } from "@/components/live/live-refresh";
import { BookingRows } from "@/components/owner/booking-rows";
import { ChargingCard } from "@/components/owner/charging-card";
import { HomePage } from "@/components/shell/home-page";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { readMe } from "@/lib/people/accounts";
import { listBookings } from "@/lib/charging/bookings";
import { type BookingView, ListBookings } from "@/lib/charging/bookings/schema";
import { listActiveSessions } from "@/lib/charging/sessions";
import type { Context } from "@/lib/core/context";
import type { Page } from "@/lib/core/pages";
import { page } from "@/lib/http/page";
import { suggestCharging } from "@/lib/insight/suggestions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

/** Upcoming bookings that the home shows. */
const shown = 10;
/** Cars that charge at once: one person's, as a rule. */
const mostCharging = 3;

export default page({
  area: "owner",
  permission: "dashboard.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("home");
    const roleName = (await getTranslations("shell"))("roles.EvOwner");
    const me = await readMe(ctx);
    const upcoming = await bookings(ctx, { view: "upcoming", sort: "startsAt" }, shown);
    const pending = await bookings(ctx, { view: "upcoming", status: "Pending" });
    const charging = await listActiveSessions(ctx, { page: 1, limit: mostCharging });
    const past = await bookings(ctx, { view: "history" });
    // Nothing that could not be booked is suggested, so nothing to who may not book.
    const suggested = me.status === "Active" ? await suggestCharging(ctx, {}) : null;
    const booked = upcoming.items.find(({ number }) => number === searchParams.booked);
    return (
      <HomePage
        name={me.name}
        lead={t("owner.lead")}
        figures={[
          { icon: CalendarClock, label: t("owner.upcoming"), value: upcoming.total },
          { icon: Hourglass, label: t("owner.pending"), value: pending.total },
          { icon: History, label: t("owner.past"), value: past.total },
        ]}
        facts={[
          { name: t("role"), value: roleName },
          { name: t("nic"), value: me.ownerNic },
          { name: t("email"), value: me.email },
          { name: t("phone"), value: me.phone },
          { name: t("plate"), value: me.vehiclePlate },
        ]}
        may={t("owner.may")}
      >
        <LiveRefresh of={["booking.", "session."]} />
        {charging.items.map((session) => (
          <ChargingCard key={session.id} session={session} now={ctx.clock.now()} leads />
        ))}
        {booked && (
          <Notice kind="success" title={t("owner.booked", { number: booked.number })}>
            {t(booked.status === "Approved" ? "owner.bookedApproved" : "owner.bookedPending")}
            <BookedFor booking={booked} />
          </Notice>
        )}
        {me.status !== "Active" && (
          <Notice kind="warning" title={t("owner.deactivated")}>
            {t("owner.deactivatedText")}
          </Notice>
        )}
        {suggested && <SuggestionsCard told={suggested} />}
        <Upcoming found={upcoming} />
      </HomePage>
    );
  },
});

async function bookings(
  ctx: Context,
  query: z.input<typeof ListBookings>,
  limit = 1,
): Promise<Page<BookingView>> {
  return listBookings(ctx, { ...ListBookings.parse(query), page: 1, limit });
}

async function Upcoming({ found }: { found: Page<BookingView> }) {
  const t = await getTranslations("home.owner");
  return (
    <Card aria-labelledby="upcoming">
      <CardHeader id="upcoming" title={t("upcoming")}>
        {found.total > 0 && (
          <ButtonLink href="/" size="sm">
            <CalendarPlus aria-hidden />
            {t("find")}
          </ButtonLink>
        )}
      </CardHeader>
      {found.total > 0 ? (
        <BookingRows bookings={found.items} />
      ) : (
        <EmptyState
          icon={CalendarClock}
          title={t("none")}
          action={<ButtonLink href="/">{t("find")}</ButtonLink>}
        >
          {t("noneText")}
        </EmptyState>
      )}
    </Card>
  );
}
