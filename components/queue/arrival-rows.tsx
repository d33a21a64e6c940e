import { ScanLine } from "lucide-react";
import { useTranslations } from "next-intl";

import { minuteMs } from "@/lib/core/durations";
import type { QueuedArrival } from "@/lib/charging/queue/schema";

import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import { gatePath } from "./session-path";
import type { RowsProps } from "./approval-rows";
import { BookingMore } from "./lazy-booking-more";
import { QueueRow } from "./queue-row";
import { useTimes } from "./use-times";

/** Below this, the window closes soon. */
const closingMs = 10 * minuteMs;

/** Cars that come: when their check-in opens, and how long it stays so. */
export function ArrivalRows({ rows, ...props }: RowsProps<QueuedArrival>) {
  return rows.map((row) => <ArrivalRow key={row.id} booking={row} {...props} />);
}

function ArrivalRow({
  booking,
  now,
  actions,
  isAway,
  namesStation,
}: Omit<RowsProps<QueuedArrival>, "rows"> & { booking: QueuedArrival }) {
  const t = useTranslations("queue");
  const { clockOn } = useTimes(booking.timeZone);
  const { proposedConnector: connector, vehiclePlate } = booking;
  const isOpen = now >= Date.parse(booking.opensAt);
  return (
    <QueueRow
      lead={clockOn(booking.startsAt, now)}
      name={vehiclePlate ?? booking.ownerName ?? t("guest")}
      more={<BookingMore booking={booking} actions={actions} isAway={isAway} />}
      action={
        isOpen && (
          <ButtonLink href={gatePath(booking.id)}>
            <ScanLine aria-hidden />
            {t("checkIn")}
          </ButtonLink>
        )
      }
    >
      <Window booking={booking} now={now} />
      {vehiclePlate !== null && <span>{booking.ownerName ?? t("guest")}</span>}
      {isOpen && (
        <span>{connector ? t("connector", { number: connector.number }) : t("noConnector")}</span>
      )}
      {namesStation && <span>{booking.stationName}</span>}
    </QueueRow>
  );
}

/** The countdown to the check-in window, or to its end. */
function Window({ booking, now }: { booking: QueuedArrival; now: number }) {
  const t = useTranslations("queue");
  const { clock, span } = useTimes(booking.timeZone);
  const [opens, starts, closes] = [booking.opensAt, booking.startsAt, booking.closesAt].map(
    (at) => Date.parse(at) - now,
  ) as [number, number, number];
  if (opens > 0) {
    // Whoever is told "in 1 min" waits for the whole of it.
    const values = { span: span(opens + minuteMs - 1), time: clock(booking.opensAt) };
    return <span>{t("opensIn", values)}</span>;
  }
  const left = t("closesIn", { span: span(closes) });
  if (booking.status === "NoShow") return <Badge tone="danger">{t("noShowLeft", { left })}</Badge>;
  if (starts < 0) {
    return (
      <Badge tone={closes < closingMs ? "danger" : "warning"}>
        {t("late", { span: span(-starts), left })}
      </Badge>
    );
  }
  return <Badge tone="success">{t("open", { left })}</Badge>;
}
