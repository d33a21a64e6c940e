import type { BookingView } from "@/lib/charging/bookings/schema";

import type { Amount } from "../station/money";

/** The late fee agreed with a booking, which an operator may charge; nothing where its price says none. */
export function lateCancelFeeOf({ tariff }: Pick<BookingView, "tariff">): Amount | undefined {
  const fee = tariff.lateCancelFee as Partial<Amount> | undefined;
  return fee?.amount !== undefined && fee.currency !== undefined
    ? { amount: fee.amount, currency: fee.currency }
    : undefined;
}
