import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

import { hourMs } from "@/lib/core/durations";
import type { QueuedApproval } from "@/lib/charging/queue/schema";

import type { BookingActions } from "../booking/booking-buttons";
import { ActionButton } from "../form/action-button";
import { Badge } from "../ui/badge";
import { BookingMore } from "./lazy-booking-more";
import { QueueRow } from "./queue-row";
import { useLingering } from "./use-lingering";
import { useTimes } from "./use-times";

/** Below this, what waits is declined by itself soon, and marked. */
const urgentMs = 2 * hourMs;

export interface RowsProps<R> {
  readonly rows: readonly R[];
  /** The server's time, in milliseconds since 1970. */
  readonly now: number;
  readonly actions: BookingActions;
  /** Whether there is no network. */
  readonly isAway: boolean;
  /** Whether several stations stand in one list. */
  readonly namesStation: boolean;
}

/** Who asks for a place: approved with one tap, which no second tap repeats on the next. */
export function ApprovalRows({ rows, ...props }: RowsProps<QueuedApproval>) {
  return useLingering(rows).map(({ row, isGone }) => (
    <ApprovalRow key={row.id} booking={row} isGone={isGone} {...props} />
  ));
}

function ApprovalRow({
  booking,
  isGone,
  now,
  actions,
  isAway,
  namesStation,
}: Omit<RowsProps<QueuedApproval>, "rows"> & { booking: QueuedApproval; isGone: boolean }) {
  const t = useTranslations("queue");
  const { clockOn, span } = useTimes(booking.timeZone);
  const left = Date.parse(booking.startsAt) - now;
  const { number } = booking;
  return (
    <QueueRow
      lead={clockOn(booking.startsAt, now)}
      name={booking.ownerName ?? t("guest")}
      isGone={isGone}
      more={<BookingMore booking={booking} actions={actions} isAway={isAway} without="approve" />}
      action={
        <ActionButton
          action={actions.approve}
          input={{ id: booking.id }}
          label={t("approve")}
          icon={<Check aria-hidden />}
          done={t("approved", { number })}
          disabled={isAway}
          look={left < urgentMs ? "primary" : "secondary"}
        />
      }
    >
      {left < urgentMs ? (
        <Badge tone="danger">{t("startsIn", { span: span(left) })}</Badge>
      ) : (
        <span>{t("startsIn", { span: span(left) })}</span>
      )}
      <span>{t("asked", { span: span(now - Date.parse(booking.waitingSince)) })}</span>
      {namesStation && <span>{booking.stationName}</span>}
    </QueueRow>
  );
}
