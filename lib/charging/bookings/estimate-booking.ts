import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";
import { type Charge, findTariff, type Tariff } from "@/lib/money/tariffs/inside";

import type { Range } from "./cut-ranges";
import { estimateCharge } from "./rules";
import { findStation } from "./store/stations";

/** What a booking would probably cost, line by line in minor units of the currency. */
export interface BookingEstimate extends Charge, Pick<Tariff, "mode" | "currency"> {
  readonly taxPercent: number;
}

/**
 * What a booking of the range would probably cost at the station's price of now (product.md, Tariff); null where it
 * has none, so that it cannot be booked. For everybody, as prices are. Throws `station.not_found`.
 */
export async function estimateBooking(
  ctx: Context,
  { stationId, ...range }: Range & { readonly stationId: string },
): Promise<BookingEstimate | null> {
  openTo(ctx, "station.read");
  const station = await findStation(ctx, stationId);
  if (!station) throw fail("station.not_found");
  const tariff = await findTariff(ctx, stationId);
  if (!tariff) return null;
  const { mode, currency, taxMilliPercent } = tariff;
  const charge = estimateCharge(tariff, range, station);
  return { ...charge, mode, currency, taxPercent: taxMilliPercent / 1_000 };
}
