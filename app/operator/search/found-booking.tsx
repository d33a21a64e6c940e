import { useFormatter, useTranslations } from "next-intl";

import type { BookingActions } from "@/components/booking/booking-buttons";
import { BookingStatusBadge } from "@/components/booking/booking-status-badge";
import { BookingMore } from "@/components/queue/booking-more";
import { gatePath, sessionPath } from "@/components/queue/session-path";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";

import type { FoundBooking as Found } from "./find-today";
import { clockOf } from "@/components/ui/use-clock";

/** A booking of today: whose it is, how it stands, and what can be done with it here. */
export function FoundBooking({
  found: { booking, starts, hasSession, checkIn, isOpen },
  actions,
}: {
  found: Found;
  actions: BookingActions;
}) {
  const t = useTranslations("siteSearch");
  const format = useFormatter();
  const { id, ownerName, stationId, timeZone } = booking;
  const clock = clockOf(format, timeZone);
  return (
    <Card as="article" aria-labelledby={id} className="space-y-4 p-4 sm:p-5">
      <CardHeader id={id} title={<span className="wrap-anywhere">{ownerName ?? t("guest")}</span>}>
        <BookingStatusBadge booking={booking} />
      </CardHeader>
      {checkIn && (
        <p className="font-medium">
          {t("checkIn", { from: clock(checkIn.opensAt), to: clock(checkIn.closesAt) })}
        </p>
      )}
      <BookingMore booking={booking} actions={actions} starts={starts} isAway={false} />
      {isOpen && <ButtonLink href={gatePath(id)}>{t("toGate")}</ButtonLink>}
      {hasSession ? (
        <ButtonLink look="secondary" href={sessionPath(id)}>
          {t("seeSession")}
        </ButtonLink>
      ) : (
        <ButtonLink look="secondary" href={`/operator/day?stationId=${stationId}`}>
          {t("seeDay")}
        </ButtonLink>
      )}
    </Card>
  );
}
