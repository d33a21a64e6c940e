import { useTranslations } from "next-intl";

import { useNeedWords } from "@/components/station/need-words";
import { usePlaceWords } from "@/components/station/place-groups";
import type { BookingPlace } from "@/lib/charging/bookings";
import type { BookingView } from "@/lib/charging/bookings/schema";

type Asked = Pick<BookingView, "standard" | "minPowerKw">;

/** What a booking's car asks of its place; that any will do. */
export function AskedPlace({ booking: { standard, minPowerKw } }: { booking: Asked }) {
  const t = useTranslations("staffBookings");
  return useNeedWords()({ plug: standard, minPowerKw }) || t("anyPlace");
}

/** Whether there is anything to say of the place of a booking. */
export const isTold = (place: BookingPlace | undefined): place is BookingPlace =>
  place !== undefined && (place.isHeld || place.lacks !== null);

/** What the place is that is kept for it, or why none is. */
export function HeldPlaceWords({ place: { kind, lacks } }: { place: BookingPlace }) {
  const t = useTranslations("staffBookings");
  const words = usePlaceWords();
  if (lacks) return t(`lacksPlace.${lacks}`);
  return kind && words.kind(kind);
}

/** What it asks for, and what is kept for it, in one line; why nothing is says `ConflictWords`. */
export function AskedAndHeld({
  booking,
  place,
}: {
  booking: Asked;
  place: BookingPlace | undefined;
}) {
  const t = useTranslations("staffBookings");
  const words = usePlaceWords();
  const need = useNeedWords()({ plug: booking.standard, minPowerKw: booking.minPowerKw });
  const needs = need ? t("needs", { need }) : t("needsAny");
  if (!place?.isHeld || !place.kind) return needs;
  return t("needsAndHolds", { needs, kind: words.kind(place.kind) });
}

/** Why a booking has no place any more, and what can be done: once, by what is missing where that is known. */
export function ConflictWords({
  conflict: { reason },
  place,
}: {
  conflict: NonNullable<BookingView["conflict"]>;
  place: BookingPlace | undefined;
}) {
  const t = useTranslations("staffBookings");
  return place?.lacks ? t(`reasonsOfPlace.${place.lacks}`) : t(`reasons.${reason}`);
}
