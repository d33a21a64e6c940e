import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import type { QueuedArrival } from "@/lib/charging/queue/schema";

import { BookingNumber } from "../booking/booking-number";
import { BookingTime } from "../booking/booking-time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { useClock } from "../ui/use-clock";
import type { Gone } from "./gate-step";

/** Who is to be let in next: the operator said so, and the driver's code is still to be shown. */
export function AwaitedCard({
  arrival,
  now,
  onLeave,
}: {
  arrival: QueuedArrival;
  /** The server's time. */
  now: () => number;
  /** Somebody else came. */
  onLeave: () => void;
}) {
  const t = useTranslations("scan");
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const { ownerName, vehiclePlate, number, stationName, proposedConnector: connector } = arrival;
  const clock = useClock(arrival.timeZone);
  const isEarly = Date.parse(arrival.opensAt) > now();
  return (
    <section
      ref={card}
      aria-labelledby="awaited"
      className="mb-3 space-y-1 rounded-lg border bg-surface px-4 py-3 shadow-sm sm:mb-4 sm:space-y-2 sm:py-4"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 id="awaited" className="min-w-0 pt-1.5 text-xl font-semibold wrap-anywhere">
          {ownerName ?? vehiclePlate ?? number}
        </h2>
        <Button look="secondary" onClick={onLeave}>
          {t("awaitedOther")}
        </Button>
      </div>
      {/* What one compares with the car, and where it is to stand. */}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {vehiclePlate !== null && (
          <span className="tabular text-lg font-semibold">{vehiclePlate}</span>
        )}
        {/* What is free long before says nothing of what will be. */}
        {isEarly ? (
          <Badge tone="warning">{t("awaitedOpens", { time: clock(arrival.opensAt) })}</Badge>
        ) : (
          <Badge tone={connector ? "neutral" : "warning"}>
            {connector ? t("awaitedConnector", { number: connector.number }) : t("awaitedNone")}
          </Badge>
        )}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
        <BookingTime {...arrival} hideZone />
        <span>{stationName}</span>
        <BookingNumber number={number} />
      </p>
      <p className="font-medium">{t("awaitedText")}</p>
    </section>
  );
}

/** The booking that the operator came from is none of those to come. */
export function AwaitedGone({ gone }: { gone: Gone }) {
  const t = useTranslations("scan");
  return (
    <div className="mb-3 sm:mb-4">
      <Notice kind="warning" title={t(`awaitedGone.${gone}.title`)}>
        {t(`awaitedGone.${gone}.text`)}
      </Notice>
    </div>
  );
}
