import type { Context } from "@/lib/core/context";
import { productName } from "@/lib/core/product-name";
import { clockIn } from "@/lib/core/units";
import { sayIn } from "@/lib/words/say";

import { getPermitted } from "./get-booking";
import { readQr } from "./read-qr";
import { findStation } from "./store/stations";

/** What a phone's wallet shows of a booking: the code that lets the car in, and what it is for, in the reader's words. */
export interface PassFacts {
  readonly bookingId: string;
  /** What the picture of the code says, and the eight characters under it. */
  readonly token: string;
  readonly code: string;
  readonly opensAt: string;
  readonly expiresAt: string;
  readonly startsAt: Date;
  readonly issuer: string;
  readonly title: string;
  readonly station: string;
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: string;
  }[];
}

/**
 * The facts of the owner's pass, from the booking's approval until it is over; nobody's name or plate is among them.
 * Throws as `readQr`.
 */
export async function describePass(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<PassFacts> {
  const qr = await readQr(ctx, { id });
  const booking = await getPermitted(ctx, "booking.qr", id);
  const station = await findStation(ctx, booking.stationId);
  const say = sayIn(ctx.locale);
  const at = (instant: Date, withDay: boolean) =>
    new Intl.DateTimeFormat(ctx.locale, {
      ...(withDay && { weekday: "short", day: "numeric", month: "short" }),
      ...clockIn(ctx.units.hourCycle),
      timeZone: booking.timeZone,
      ...(!withDay && { timeZoneName: "short" }),
    }).format(instant);
  const facts = [
    ["when", `${at(booking.startsAt, true)} – ${at(booking.endsAt, false)}`],
    ["address", station?.address ?? ""],
    ["number", booking.number],
  ] as const;
  return {
    bookingId: id,
    token: qr.token,
    code: qr.code,
    opensAt: qr.opensAt,
    expiresAt: qr.expiresAt,
    startsAt: booking.startsAt,
    issuer: productName,
    title: say("walletPass.title"),
    station: booking.stationName,
    fields: facts
      .filter(([, value]) => value !== "")
      .map(([key, value]) => ({ key, label: say(`walletPass.${key}`), value })),
  };
}
