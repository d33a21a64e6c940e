import { PauseCircle, Zap } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import { minuteMs } from "@/lib/core/durations";
import type { SessionView } from "@/lib/charging/sessions/schema";

import { TimedRefresh } from "../live/timed-refresh";
import { Money } from "../station/money";
import { Badge } from "../ui/badge";
import { Card, CardHeader } from "../ui/card";
import { Facts } from "../ui/facts";
import { Notice } from "../ui/notice";
import { clockOf } from "../ui/use-clock";

/** How often what it costs so far is asked for while somebody looks, in seconds: no event tells of it. */
const everySeconds = 60;

/**
 * A car of the owner's that charges: since when, where, what it has taken and cost so far as far as it is known, and until
 * when the place is booked. Power and charge level stand here once chargers tell them.
 */
export function ChargingCard({
  session,
  now,
  leads,
}: {
  session: SessionView;
  now: Date;
  /** Whether it leads to the booking's page. */
  leads: boolean;
}) {
  const t = useTranslations("ownBookings.charging");
  const format = useFormatter();
  const { timeZone, costSoFar: cost, kWh } = session;
  const clock = clockOf(format, timeZone);
  const minutes = Math.max(
    0,
    Math.floor((now.getTime() - Date.parse(session.startedAt)) / minuteMs),
  );
  return (
    <Card aria-labelledby={`charging-${session.id}`} className="border-accent">
      <TimedRefresh seconds={everySeconds} />
      <CardHeader
        id={`charging-${session.id}`}
        title={
          <span className="flex items-center gap-2">
            {session.pausedAt ? (
              <PauseCircle aria-hidden className="size-5 text-warning" />
            ) : (
              <Zap aria-hidden className="size-5 text-accent-ink" />
            )}
            {t(session.pausedAt ? "paused" : "title")}
          </span>
        }
      >
        <Badge tone="accent">
          {t("since", { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
        </Badge>
      </CardHeader>
      <dl className="mb-4 grid grid-cols-2 gap-4">
        <div>
          <dt className="text-sm text-ink-soft">{t("energy")}</dt>
          <dd className="tabular text-xl font-semibold">
            {kWh === null ? "–" : t("kWh", { kWh })}
          </dd>
          {kWh === null && <dd className="text-sm text-ink-soft">{t("readAtEnd")}</dd>}
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{t(cost?.estimated ? "costAbout" : "cost")}</dt>
          <dd className="tabular text-xl font-semibold">{cost ? <Money of={cost} /> : "–"}</dd>
          {!cost && <dd className="text-sm text-ink-soft">{t("costAtEnd")}</dd>}
        </div>
      </dl>
      <Facts
        rows={[
          { name: t("station"), value: session.stationName },
          { name: t("connector"), value: String(session.connector.number) },
          { name: t("started"), value: clock(session.startedAt) },
          ...(session.pausedAt ? [{ name: t("pausedSince"), value: clock(session.pausedAt) }] : []),
          { name: t("until"), value: clock(session.bookedUntil) },
        ]}
      />
      {session.overstay && (
        <div className="mt-4">
          <Notice kind="warning">{t("overstay")}</Notice>
        </div>
      )}
      {leads && (
        <p className="mt-4">
          <Link href={`/owner/bookings/${session.bookingId}`} className="link text-sm font-medium">
            {t("open")}
          </Link>
        </p>
      )}
    </Card>
  );
}
