import { minuteMs } from "@/lib/core/durations";
import { failField } from "@/lib/core/errors";
import { toMinor } from "@/lib/core/money";
import { needsMeter, priceCharge } from "@/lib/money/tariffs/inside";

import { billedMinutes, wattHoursOf } from "./rules";
import type { PreviewSession } from "./schema";
import type { SessionRow } from "./store/sessions";

/**
 * What a session comes to that ends at an instant, or after `minutes` that are over then: when it ended, the charge by the tariff that the booking
 * agreed, and what was received of it. For finalizing and for showing before what that brings, so that both say the
 * same. Throws `session.minutes_to_come`, `session.meter_required` where the tariff has no price without one, or
 * `request.invalid` at `payment.amount` when it has more places than the currency.
 */
export function chargeSession(session: SessionRow, endsAt: Date, input: PreviewSession) {
  const endedAt = endAfter(session, endsAt, input.minutes);
  const metered = input.kWh !== undefined;
  if (!metered && needsMeter(session.tariff)) throw failField("session.meter_required", "kWh");
  const { energyWh, ...charge } = priceCharge(session.tariff, {
    minutes: billedMinutes(session.startedAt, endedAt),
    energyWh: input.kWh === undefined ? null : wattHoursOf(input.kWh),
  });
  return {
    ...charge,
    endedAt,
    metered,
    energyWh: metered ? energyWh : null,
    ...paymentOf(input.payment, session.currency, charge.totalMinor),
  };
}

/** The end, or as long after its start as it charged. Throws `session.minutes_to_come` for a time that is not over. */
function endAfter({ startedAt }: SessionRow, endsAt: Date, minutes: number | undefined): Date {
  if (minutes === undefined) return endsAt;
  const passed = Math.ceil((endsAt.getTime() - startedAt.getTime()) / minuteMs);
  if (minutes > passed) {
    throw failField("session.minutes_to_come", "minutes", { minutes: passed });
  }
  return new Date(Math.min(startedAt.getTime() + minutes * minuteMs, endsAt.getTime()));
}

function paymentOf(payment: PreviewSession["payment"], currency: string, totalMinor: number) {
  if (!payment) return { paymentMode: null, paidMinor: null };
  const paidMinor = payment.amount === undefined ? totalMinor : toMinor(payment.amount, currency);
  if (paidMinor === null) throw failField("request.invalid", "payment.amount");
  return { paymentMode: payment.mode, paidMinor };
}
