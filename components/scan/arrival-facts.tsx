import { useTranslations } from "next-intl";

import type { QueuedArrival } from "@/lib/charging/queue/schema";

import { BookingTime } from "../booking/booking-time";
import { useNeedWords } from "../station/need-words";
import { Facts } from "../ui/facts";

/** Who comes and when, as one compares it with the car at the gate. */
export function ArrivalFacts({ arrival }: { arrival: QueuedArrival }) {
  const t = useTranslations("scan");
  const { standard: plug, minPowerKw } = arrival;
  const need = useNeedWords()({ plug, minPowerKw });
  return (
    <Facts
      rows={[
        { name: t("slot"), value: <BookingTime {...arrival} /> },
        { name: t("plate"), value: arrival.vehiclePlate },
        ...(need ? [{ name: t("needs"), value: need }] : []),
        { name: t("place"), value: arrival.stationName },
        { name: t("booking"), value: <span className="tabular">{arrival.number}</span> },
      ]}
    />
  );
}
