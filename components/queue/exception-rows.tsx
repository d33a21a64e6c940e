import { CalendarRange, CircleCheck, ScanLine } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { lazy, Suspense } from "react";

import type { BookingView, MoveTime } from "@/lib/charging/bookings/schema";
import type { QueuedException } from "@/lib/charging/queue/schema";

import { Badge, type Tone } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import type { RowsProps } from "./approval-rows";
import { BookingMore } from "./lazy-booking-more";
import { QueueRow } from "./queue-row";
import type { SettleAction } from "./settle-button";
import { sessionPath } from "./session-path";
import { useTimes } from "./use-times";

// Most days have neither.
const MoveButton = lazy(async () => ({
  default: (await import("../booking/move-button")).MoveButton,
}));
const SettleButton = lazy(async () => ({
  default: (await import("./settle-button")).SettleButton,
}));

/** The bookings that exceptions are about, and where they could be moved to; asked for with the page. */
export interface Concerned {
  readonly bookings: Readonly<Record<string, BookingView>>;
  readonly starts: Readonly<Record<string, readonly MoveTime[]>>;
}

const tones: Readonly<Record<QueuedException["kind"], Tone>> = {
  NoShow: "neutral",
  CodeExpired: "warning",
  Overstay: "danger",
  CapacityChanged: "warning",
  Conflict: "danger",
  RunningLate: "accent",
  OfflineRefused: "danger",
};

type Props = Omit<RowsProps<QueuedException>, "rows"> & {
  readonly concerned: Concerned;
  readonly settle: SettleAction;
};

/** What went otherwise than planned: both facts in words, and what can be done. */
export function ExceptionRows({ rows, ...props }: Props & { rows: readonly QueuedException[] }) {
  return rows.map((row) => <ExceptionRow key={row.id} row={row} {...props} />);
}

function ExceptionRow({ row, ...props }: Props & { row: QueuedException }) {
  const t = useTranslations("queue");
  const { now, actions, concerned, isAway, namesStation } = props;
  const { clockOn, span } = useTimes(row.timeZone);
  const booking = "bookingId" in row ? concerned.bookings[row.bookingId] : undefined;
  const sentence = useSentence(row, now);
  return (
    <QueueRow
      lead={clockOn(row.facts.startsAt, now)}
      name={"bookingNumber" in row.facts ? nameOf(row.facts, t("guest")) : row.stationName}
      note={sentence}
      more={
        booking && (
          <BookingMore
            booking={booking}
            actions={actions}
            starts={concerned.starts[booking.id]}
            isAway={isAway}
          />
        )
      }
      action={
        <Suspense>
          <ExceptionAction row={row} sentence={sentence} {...props} />
        </Suspense>
      }
    >
      <Badge tone={tones[row.kind]}>{t(`kinds.${row.kind}`)}</Badge>
      <span>{t("since", { span: span(now - Date.parse(row.since)) })}</span>
      {namesStation && "bookingNumber" in row.facts && <span>{row.stationName}</span>}
    </QueueRow>
  );
}

const nameOf = (
  { vehiclePlate, ownerName }: { vehiclePlate: string | null; ownerName: string | null },
  guest: string,
) => vehiclePlate ?? ownerName ?? guest;

/** Both facts: what was planned, and what is. */
function useSentence(row: QueuedException, now: number): string {
  const t = useTranslations("queue.sentences");
  const reasons = useTranslations("staffBookings.reasons");
  const causes = useTranslations("queue.causes");
  const acts = useTranslations("queue.acts");
  const statuses = useTranslations("staffBookings.statuses");
  const format = useFormatter();
  const { clockOn } = useTimes(row.timeZone);
  const at = (instant: string) => clockOn(instant, now);
  switch (row.kind) {
    case "NoShow":
      return t(row.action ? "NoShowStill" : "NoShow", { time: at(row.facts.closesAt) });
    case "CodeExpired":
      return t("CodeExpired", { time: at(row.facts.closesAt) });
    case "RunningLate":
      return t("RunningLate", { time: at(row.facts.lateUntil) });
    case "Overstay": {
      const { connectorNumber: connector, endsAt, next } = row.facts;
      const values = { connector, time: at(endsAt) };
      return next
        ? t("OverstayNext", { ...values, next: at(next.startsAt) })
        : t("Overstay", values);
    }
    case "CapacityChanged": {
      const { usual, capacity, startsAt, endsAt } = row.facts;
      const why = format.list(row.facts.causes.map((cause) => causes(cause)));
      return t("CapacityChanged", { usual, capacity, from: at(startsAt), to: at(endsAt), why });
    }
    case "Conflict":
      return reasons(row.facts.reason);
    case "OfflineRefused": {
      const { act, by, found } = row.facts;
      const values = { act: acts(act), by, time: at(row.facts.at), status: statuses(found.status) };
      return found.at === null || found.by === null
        ? t("OfflineRefused", values)
        : t("OfflineOvertaken", { ...values, other: found.by, before: at(found.at) });
    }
  }
}

/** The one thing that its row needs. */
function ExceptionAction({
  row,
  actions,
  concerned,
  isAway,
  sentence,
  settle,
}: Props & { row: QueuedException; sentence: string }) {
  const t = useTranslations("queue");
  if (row.kind === "Overstay") {
    return (
      <ButtonLink href={sessionPath(row.bookingId, "finish")}>
        <CircleCheck aria-hidden />
        {t("finish")}
      </ButtonLink>
    );
  }
  if (row.kind === "CapacityChanged") {
    return (
      <ButtonLink href={`/operator/day?stationId=${row.stationId}`} look="secondary">
        <CalendarRange aria-hidden />
        {t("seeDay")}
      </ButtonLink>
    );
  }
  if (row.kind === "OfflineRefused") {
    if (isAway || !row.action) return null;
    return (
      <SettleButton id={row.id} number={row.facts.bookingNumber} facts={sentence} action={settle} />
    );
  }
  if (row.kind === "NoShow" && row.action) {
    return (
      <ButtonLink href="/operator/scan">
        <ScanLine aria-hidden />
        {t("checkIn")}
      </ButtonLink>
    );
  }
  const booking = concerned.bookings[row.bookingId];
  if (isAway || !booking?.can.includes("move")) return null;
  return (
    <MoveButton
      booking={booking}
      starts={concerned.starts[row.bookingId] ?? []}
      timeZone={row.timeZone}
      action={actions.move}
      size="md"
    />
  );
}
