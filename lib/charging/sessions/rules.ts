import { minuteMs } from "@/lib/core/durations";
import { fail } from "@/lib/core/errors";

/** Pictures of a session, at most. */
const maxPhotos = 10;

/** That one more picture may be kept with a session that has so many. Throws `photo.too_many`. */
export function assertRoomForPhoto(count: number): void {
  if (count >= maxPhotos) throw fail("photo.too_many", { max: maxPhotos });
}

/** A plain decimal of kWh as watt-hours: `"18.2"` → 18200. */
export function wattHoursOf(kWh: string): number {
  const [whole = "0", fraction = ""] = kWh.split(".");
  return Number(`${whole}${fraction.padEnd(3, "0")}`);
}

/**
 * Minutes that a session is billed: from check-in to finalize, pauses included, because the connector is taken
 * while charging pauses. Fractions count; the tariff rounds.
 */
export function billedMinutes(startedAt: Date, endedAt: Date): number {
  return Math.max(0, endedAt.getTime() - startedAt.getTime()) / minuteMs;
}

/** What of a total is still due, or was given back, when `paidMinor` was received (C-92). */
export function settle(totalMinor: number, paidMinor: number) {
  return {
    dueMinor: Math.max(0, totalMinor - paidMinor),
    changeMinor: Math.max(0, paidMinor - totalMinor),
  };
}

/** The receipt's number: the business's code, the year in its zone, a number without gaps. */
export function receiptNumber(businessId: string, year: number, serial: number): string {
  return `R-${businessCode(businessId)}-${year}-${String(serial).padStart(6, "0")}`;
}

const codeAlphabet = "234679CDFGHJKMNPQRTVWXY";

/** Six plain characters from the random end of the business's id; its receipts carry them for ever. */
function businessCode(businessId: string): string {
  let rest = BigInt(`0x${businessId.replaceAll("-", "").slice(-12)}`);
  let code = "";
  while (code.length < 6) {
    code += codeAlphabet[Number(rest % 23n)];
    rest /= 23n;
  }
  return code;
}
