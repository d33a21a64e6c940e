import { useTranslations } from "next-intl";

import { type PlaceKind, usePlaceWords } from "../station/place-groups";
import { BookingBlock } from "./booking-block";
import { type DaySlot, SlotCapacity, SlotShades } from "./day-ground";
import { type DayBooking, type DaySpan, spanIn } from "./day-lanes";

/** Lanes of places that are alike, under how many of them are free at each time where they are of one kind among several. */
export function Lanes({
  day,
  of: { kind, lanes },
  onOpen,
  onDrop,
}: {
  day: DaySpan & {
    readonly timeZone: string;
    readonly slots: readonly Omit<DaySlot, "groups">[];
  };
  /** Without a kind where all places of the station are alike; with null for bookings that have no place. */
  of: {
    readonly kind?: PlaceKind | null;
    readonly lanes: readonly (readonly DayBooking[])[];
  };
  onOpen: (id: string) => void;
  onDrop: (booking: DayBooking, part: number) => void;
}) {
  const t = useTranslations("day");
  const { kind: words } = usePlaceWords();
  const nameOf = (number: number) => {
    if (kind === undefined) return t("lane", { number });
    return kind ? t("laneOf", { kind: words(kind), number }) : t("laneWithout", { number });
  };
  return (
    <>
      {kind && <SlotCapacity day={day} kind={words(kind)} />}
      {kind === null && <p aria-hidden className="h-6 border-t" />}
      <div className="relative">
        <SlotShades day={day} />
        <ol>
          {lanes.map((lane, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a lane is its place
            <li key={index} className="relative h-12 border-t" aria-label={nameOf(index + 1)}>
              {lane.map((booking) => (
                <BookingBlock
                  key={booking.id}
                  booking={booking}
                  place={spanIn(day, booking)}
                  isMixed={kind !== undefined}
                  onOpen={() => onOpen(booking.id)}
                  onDrop={(part) => onDrop(booking, part)}
                />
              ))}
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
