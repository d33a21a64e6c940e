import { useTranslations } from "next-intl";

import type { StationView } from "@/lib/sites/stations/schema";

import { Facts } from "../ui/facts";
import { PhoneLink } from "../ui/phone-link";
import { zoneName } from "./zone-name";

/** What is known of a station besides its plugs, price and place. */
export function StationFacts({ station }: { station: StationView }) {
  const t = useTranslations("station");
  const bookable = station.bookable;
  return (
    <>
      {station.description && <p className="mb-4 text-ink-soft">{station.description}</p>}
      <Facts
        rows={[
          bookable && {
            name: t("slotLength"),
            value: t("minutes", { count: station.slotMinutes }),
          },
          bookable && {
            name: t("approval"),
            value: t(station.approval === "Auto" ? "approvalAuto" : "approvalManual"),
          },
          { name: t("network"), value: station.network },
          { name: t("hours"), value: station.hoursNote },
          { name: t("amenities"), value: station.amenities.join(", ") },
          {
            name: t("phone"),
            value: station.phone && <PhoneLink phone={station.phone} />,
          },
          { name: t("timeZone"), value: zoneName(station.timeZone) },
        ].filter((row) => row !== false)}
      />
    </>
  );
}
