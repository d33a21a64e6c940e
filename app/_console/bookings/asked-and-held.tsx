import { useTranslations } from "next-intl";

import { useNeedWords } from "@/components/station/need-words";
import { usePlaceWords } from "@/components/station/place-groups";
import type { HeldPlace } from "@/lib/charging/bookings";
import type { BookingView } from "@/lib/charging/bookings/schema";

type Asked = Pick<BookingView, "standard" | "minPowerKw">;

/** What a booking's car asks of its place; that any will do. */
export function AskedPlace({ booking: { standard, minPowerKw } }: { booking: Asked }) {
  const t = useTranslations("staffBookings");
  return useNeedWords()({ plug: standard, minPowerKw }) || t("anyPlace");
}

/** What the place is that it holds. */
export function HeldPlaceWords({ place }: { place: HeldPlace }) {
  return usePlaceWords().kind(place);
}

/** Both in one line. */
export function AskedAndHeld({ booking, place }: { booking: Asked; place: HeldPlace | undefined }) {
  const t = useTranslations("staffBookings");
  const { kind } = usePlaceWords();
  const need = useNeedWords()({ plug: booking.standard, minPowerKw: booking.minPowerKw });
  const needs = need ? t("needs", { need }) : t("needsAny");
  return place ? t("needsAndHolds", { needs, kind: kind(place) }) : needs;
}
