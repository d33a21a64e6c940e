import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";

import type { BookingView, DailyCapacity } from "@/lib/charging/bookings/schema";

import { BookingNumber } from "../booking/booking-number";
import { type BookingActions, BookingButtons, Refusal } from "../booking/booking-buttons";
import { BookingStatusBadge } from "../booking/booking-status-badge";
import { useClock } from "../ui/use-clock";
import { Badge } from "../ui/badge";
import { RowMenu } from "../ui/row-menu";
import { GroupPlaces } from "./group-places";
import { HeldReasons } from "./held-reasons";
import { PlaceMeter } from "./place-meter";

type Slot = DailyCapacity["slots"][number];

/**
 * A station's day, slot by slot: places, who has them, what is held and why, and what can be decided. What is over of
 * today is folded away, so that the running slot stands first.
 */
export function SlotList({
  slots,
  bookings,
  timeZone,
  now,
  actions,
}: {
  slots: readonly Slot[];
  bookings: readonly BookingView[];
  timeZone: string;
  now: Date;
  actions: BookingActions;
}) {
  const t = useTranslations("capacityDay");
  const cards = slots.map((slot, index) => {
    const isIn = ({ startsAt, endsAt }: BookingView) =>
      startsAt < slot.endsAt && endsAt > slot.startsAt;
    // Each booking stands once, in its first slot of the day.
    const before = slots[index - 1];
    const isFirst = ({ startsAt }: BookingView) => !before || startsAt >= before.endsAt;
    const inside = bookings.filter(isIn);
    return (
      <li key={slot.startsAt}>
        <SlotCard
          slot={slot}
          bookings={inside.filter(isFirst)}
          staying={inside.filter((one) => !isFirst(one)).length}
          timeZone={timeZone}
          now={now}
          actions={actions}
        />
      </li>
    );
  });
  const over = slots.filter(({ endsAt }) => Date.parse(endsAt) <= now.getTime()).length;
  // Of a day that is over, its slots are what one came for.
  const earlier = over < slots.length ? over : 0;
  return (
    <div className="space-y-2">
      {earlier > 0 && (
        <details>
          <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-md px-4 text-sm font-medium text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
            <span className="flex-1">{t("earlier", { count: earlier })}</span>
            <Chevron />
          </summary>
          <ol className="space-y-2 pt-2">{cards.slice(0, earlier)}</ol>
        </details>
      )}
      <ol className="space-y-2">{cards.slice(earlier)}</ol>
    </div>
  );
}

/** Turns with the nearest thing that unfolds. */
function Chevron() {
  return (
    <ChevronDown
      aria-hidden
      className="size-5 shrink-0 text-ink-soft transition-transform [[open]>summary>&]:rotate-180"
    />
  );
}

function SlotCard({
  slot,
  bookings,
  staying,
  timeZone,
  now,
  actions,
}: {
  slot: Slot;
  bookings: readonly BookingView[];
  /** How many of the slot's bookings began in an earlier one. */
  staying: number;
  timeZone: string;
  now: Date;
  actions: BookingActions;
}) {
  const t = useTranslations("capacityDay");
  const clock = useClock(timeZone);
  const places = t("places", { reserved: slot.reserved, capacity: slot.capacity });
  const [from, to] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)];
  const isOver = to <= now.getTime();
  const isNow = !isOver && from <= now.getTime();
  return (
    <details
      className="rounded-lg border bg-surface shadow-sm"
      open={!isOver && (bookings.length > 0 || isNow)}
    >
      <summary className="flex min-h-14 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-4 py-2 [&::-webkit-details-marker]:hidden">
        <span className="tabular w-20 shrink-0 font-semibold sm:w-44">
          <span className="whitespace-nowrap">{clock(slot.startsAt)}–</span>
          <wbr />
          <span className="whitespace-nowrap">{clock(slot.endsAt)}</span>
        </span>
        <span className="min-w-0 flex-1">
          <PlaceMeter capacity={slot.capacity} reserved={slot.reserved} held={slot.held} />
        </span>
        {isNow && <Badge tone="accent">{t("now")}</Badge>}
        <Badge tone={slot.remaining > 0 ? "success" : "neutral"}>
          {t("free", { count: slot.remaining })}
        </Badge>
        <Chevron />
      </summary>
      <div className="space-y-3 border-t px-4 py-3">
        <p className="text-sm text-ink-soft">
          {places}
          {staying > 0 && ` · ${t("staying", { count: staying })}`}
        </p>
        <GroupPlaces groups={slot.groups} />
        <HeldReasons heldBy={slot.heldBy} timeZone={timeZone} />
        {bookings.length === 0 && staying === 0 && (
          <p className="text-sm text-ink-soft">{t("nobody")}</p>
        )}
        {bookings.length > 0 && (
          <ul className="divide-y">
            {bookings.map((booking) => (
              <SlotBooking key={booking.id} booking={booking} actions={actions} />
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function SlotBooking({ booking, actions }: { booking: BookingView; actions: BookingActions }) {
  const t = useTranslations("capacityDay");
  const staff = useTranslations("staffBookings");
  const clock = useClock(booking.timeZone);
  const isWaiting = booking.can.includes("approve");
  return (
    <li className="space-y-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-40 wrap-anywhere">
          <span className="font-medium">{booking.ownerName ?? staff("guest")}</span>
          {booking.vehiclePlate !== null && (
            <span className="text-ink-soft"> · {booking.vehiclePlate}</span>
          )}
          <span className="tabular block text-sm text-ink-soft">
            <BookingNumber number={booking.number} /> ·{" "}
            {t("until", { time: clock(booking.endsAt) })}
          </span>
        </p>
        <span className="flex items-center gap-1">
          <BookingStatusBadge booking={booking} />
          {/* What is done seldom, and cannot be taken back, stands in no thumb's way. */}
          {!isWaiting && booking.can.includes("cancel") && (
            <RowMenu id={`more-${booking.id}`} row={booking.number}>
              <Refusal booking={booking} actions={actions} asEntry />
            </RowMenu>
          )}
        </span>
      </div>
      {isWaiting && <BookingButtons booking={booking} actions={actions} size="md" />}
    </li>
  );
}
