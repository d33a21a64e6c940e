import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { failField } from "@/lib/core/errors";
import { toMinor } from "@/lib/core/money";
import { needsMeter, priceCharge } from "@/lib/money/tariffs/inside";

import { endOf } from "./end-session";
import { billedMinutes, wattHoursOf } from "./rules";
import type { PreviewSession } from "./schema";
import type { SessionRow } from "./store/sessions";

/**
 * What a session comes to that ends now, or after `minutes`: when it ended, the charge by the tariff that the booking
 * agreed, and what was received of it. For finalizing and for showing before what that brings, so that both say the
 * same. Throws `session.minutes_to_come`, `session.meter_required` where the tariff has no price without one, or
 * `request.invalid` at `payment.amount` when it has more places than the currency.
 */
export function chargeSession(ctx: Context, session: SessionRow, input: PreviewSession) {
  const endedAt = endAfter(ctx, session, input.minutes);
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

/** Now, or as long after its start as it charged. Throws `session.minutes_to_come` for a time that is not over. */
function endAfter(ctx: Context, session: SessionRow, minutes: number | undefined): Date {
  const now = endOf(ctx, session);
  if (minutes === undefined) return now;
  const { startedAt } = session;
  const passed = Math.ceil((now.getTime() - startedAt.getTime()) / minuteMs);
  if (minutes > passed) {
    throw failField("session.minutes_to_come", "minutes", { minutes: passed });
  }
  return new Date(Math.min(startedAt.getTime() + minutes * minuteMs, now.getTime()));
}

function paymentOf(payment: PreviewSession["payment"], currency: string, totalMinor: number) {
  if (!payment) return { paymentMode: null, paidMinor: null };
  const paidMinor = payment.amount === undefined ? totalMinor : toMinor(payment.amount, currency);
  if (paidMinor === null) throw failField("request.invalid", "payment.amount");
  return { paymentMode: payment.mode, paidMinor };
}
