import { useTranslations } from "next-intl";

import { useMoney } from "@/components/station/money";
import { type BookingEstimate, estimateBooking } from "@/lib/charging/bookings";
import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { moneyView } from "@/lib/core/money";
import type { StationView } from "@/lib/sites/stations/schema";

/** What the station's price comes to for its shortest booking, on the basis of the page that books. */
export async function SlotPrice({ ctx, station }: { ctx: Context; station: StationView }) {
  if (!station.bookable) return null;
  const { id: stationId, slotMinutes: minutes } = station;
  const startsAt = ctx.clock.now();
  const endsAt = new Date(startsAt.getTime() + minutes * minuteMs);
  const estimate = await estimateBooking(ctx, { stationId, startsAt, endsAt });
  return estimate && <Words estimate={estimate} minutes={minutes} />;
}

function Words({ estimate, minutes }: { estimate: BookingEstimate; minutes: number }) {
  const t = useTranslations("station");
  const money = useMoney();
  const { mode, energyWh, totalMinor, currency } = estimate;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words = {
    price: money(moneyView(totalMinor, currency)),
    time: t("slotTime", { hours, minutes: rest }).trim(),
    kWh: (energyWh ?? 0) / 1_000,
  };
  const isByEnergy = mode === "Energy" || mode === "Hybrid";
  return (
    <p className="mt-3 border-t pt-3 text-sm">
      {isByEnergy ? t("slotPriceEnergy", words) : t("slotPrice", words)}
    </p>
  );
}
