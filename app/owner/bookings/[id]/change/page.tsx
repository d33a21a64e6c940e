import { CalendarX2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { BookingTime } from "@/components/booking/booking-time";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { ClientMessages } from "@/components/i18n/client-messages";
import { plugName, readNeed } from "@/components/station/car-need";
import { plugsAt } from "@/components/station/car-places";
import { alikePlaces } from "@/components/station/place-groups";
import { ViewerRange } from "@/components/station/viewer-range";
import { zoneName } from "@/components/station/zone-name";
import { textOf } from "@/components/table/table-state";
import { BackLink } from "@/components/ui/back-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { readBooking, readChangeTimes } from "@/lib/charging/bookings";
import type { BookingView, MoveTime } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { hourMs } from "@/lib/core/durations";
import { plugsOf } from "@/lib/core/plugs";
import { page } from "@/lib/http/page";
import { readStation } from "@/lib/sites/stations";
import type { StationView } from "@/lib/sites/stations/schema";

import { changeTime } from "../../actions";
import { readCutoff } from "../read-cutoff";
import { Times } from "./times";

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
    const station = await readStation(ctx, booking.stationId);
    const plugs = plugsAt(alikePlaces(station.connectors));
    const plug = plugs.find((one) => one === textOf(searchParams, "standard"));
    const times = booking.can.includes("modify")
      ? await readChangeTimes(ctx, {
          id: booking.id,
          standard: plug === undefined ? undefined : plugsOf(plug),
        })
      : [];
    const wanted = textOf(searchParams, "startsAt");
    const chosen = times.find(({ startsAt }) => startsAt === wanted);
    return (
      <div className="mx-auto max-w-3xl">
        <BackLink href={back}>{t("back")}</BackLink>
        <h1 className="mt-2 text-2xl font-semibold">{t("changeTitle")}</h1>
        <p className="mt-1 mb-6 text-ink-soft">
          {t("changeLead", { station: booking.stationName, zone: zoneName(booking.timeZone) })}
        </p>
        {!chosen && plugs.length > 1 && <Plugs plugs={plugs} current={plug ?? ownPlug(booking)} />}
        {chosen ? (
          <Confirm
            booking={booking}
            chosen={chosen}
            plug={plug}
            isReviewed={station.approval === "Manual"}
            locks={await locks(ctx, chosen, station)}
          />
        ) : times.length > 0 ? (
          <Times {...{ booking, times, plug }} day={textOf(searchParams, "day")} />
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

/** The plug that the booking is for, as it is offered; undefined for any. */
const ownPlug = ({ standard }: BookingView): string | undefined =>
  standard === null ? undefined : (readNeed(new URLSearchParams({ standard })).plug ?? undefined);

/** For which plug: who booked for a wrong one mends it here. */
async function Plugs({ plugs, current }: { plugs: readonly string[]; current?: string }) {
  const t = await getTranslations("ownBookings");
  return (
    <nav aria-label={t("plug")} className="mb-6">
      <p className="mb-2 text-sm text-ink-soft">{t("plug")}</p>
      <ul className="flex flex-wrap gap-2">
        {plugs.map((plug) => (
          <li key={plug}>
            <Link
              replace
              href={`?${new URLSearchParams({ standard: plug })}`}
              aria-current={plug === current ? "true" : undefined}
              className="flex min-h-11 items-center rounded-md border bg-surface px-4 text-sm font-medium hover:border-accent aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft"
            >
              {plugName(plug)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The hours before the start within which nothing can be changed, where the new time lies within them. */
async function locks(ctx: Context, { startsAt }: MoveTime, station: StationView) {
  const until = await readCutoff(ctx, { startsAt }, station);
  const isAhead = until > ctx.clock.now();
  return isAhead ? null : (Date.parse(startsAt) - until.getTime()) / hourMs;
}

/** The old time and the new one, and what follows. */
async function Confirm({
  booking,
  chosen,
  plug,
  isReviewed,
  locks,
}: {
  booking: BookingView;
  chosen: MoveTime;
  plug: string | undefined;
  isReviewed: boolean;
  /** So many hours before its start it stays as it is, and these have begun; null where they have not. */
  locks: number | null;
}) {
  const t = await getTranslations("ownBookings");
  const inBook = await getTranslations("book");
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
        {plug && (
          <div>
            <dt className="text-sm text-ink-soft">{t("plug")}</dt>
            <dd className="font-semibold">{plugName(plug)}</dd>
          </div>
        )}
        <div>
          <dt className="text-sm text-ink-soft">{t("timeNew")}</dt>
          <dd className="text-lg font-semibold">
            <BookingTime {...chosen} timeZone={timeZone} />
            <ClientMessages of={["station"]}>
              <ViewerRange {...chosen} timeZone={timeZone} />
            </ClientMessages>
          </dd>
        </div>
      </dl>
      {locks !== null && (
        <Notice kind="warning">{inBook("policyChangePast", { hours: locks })}</Notice>
      )}
      <Notice>{t(isReviewed ? "changeReviewed" : "changeCode")}</Notice>
      <ActionForm action={changeTime} label={t("changeTitle")}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="startsAt" value={chosen.startsAt} />
        <input type="hidden" name="endsAt" value={chosen.endsAt} />
        {plug && <input type="hidden" name="standard" value={plug} />}
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
