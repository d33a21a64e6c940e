import { useTranslations } from "next-intl";
import Link from "next/link";

import type { OfflineException } from "@/lib/charging/queue/schema";

import { BookingTime } from "../booking/booking-time";
import { type SettleAction, SettleButton } from "../queue/settle-button";
import { Card } from "../ui/card";
import { Notice } from "../ui/notice";
import { When } from "../ui/when";
import { HereFacts, PhoneFacts } from "./both-facts";

/** An act without network that was refused: what the phone did, what stands here, why it was refused, and its settling. */
export function ExceptionCard({
  exception,
  home,
  settle,
}: {
  exception: OfflineException;
  /** The console's first page, below which bookings have theirs. */
  home: string;
  settle: SettleAction;
}) {
  const t = useTranslations("exceptions");
  const acts = useTranslations("queue.acts");
  const { id, facts, stationName, timeZone, since, bookingId } = exception;
  const { act, bookingNumber: number, ownerName, vehiclePlate, message } = facts;
  return (
    <Card as="article" aria-labelledby={id} className="space-y-4">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-64 space-y-1">
          <h2 id={id} className="text-lg font-semibold wrap-anywhere">
            {t("heading", { act: acts(act), number })}
          </h2>
          <p className="flex flex-wrap gap-x-3 text-sm wrap-anywhere">
            {[stationName, ownerName ?? t("guest"), vehiclePlate].map(
              (name) => name && <span key={name}>{name}</span>,
            )}
          </p>
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            <span>
              {t("booked")} <BookingTime {...facts} timeZone={timeZone} />
            </span>
            <Link href={`${home}/bookings/${bookingId}`} className="link">
              {t("toBooking")}
            </Link>
          </p>
        </div>
        {exception.action && (
          <SettleButton
            id={id}
            number={number}
            facts={t("asked", { act: acts(act), by: facts.by, why: message })}
            action={settle}
          />
        )}
      </header>
      <div className="grid gap-4 sm:grid-cols-2">
        <PhoneFacts facts={facts} timeZone={timeZone} />
        <HereFacts facts={facts} timeZone={timeZone} hasSession={exception.sessionId !== null} />
      </div>
      <Notice kind="warning" title={t("why")}>
        <p>{message}</p>
        <p className="text-ink-soft">
          {t("told")} <When at={since} timeZone={timeZone} />
        </p>
      </Notice>
      <Settled exception={exception} />
    </Card>
  );
}

/** Who dealt with it, when, and how; nothing before that. */
function Settled({
  exception: { settledAt, settledBy, note, timeZone },
}: {
  exception: OfflineException;
}) {
  const t = useTranslations("exceptions");
  if (settledAt === null) return null;
  return (
    <Notice kind="success" title={t("settledBy", { name: settledBy ?? t("somebody") })}>
      <p>
        <When at={settledAt} timeZone={timeZone} />
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{note ?? t("noNote")}</p>
    </Notice>
  );
}
