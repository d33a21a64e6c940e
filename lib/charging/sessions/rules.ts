import type { AgreedTariff } from "@/db/schema/bookings";
import { moneyView, toMajor, type MoneyView } from "@/lib/core/money";
import { minuteMs } from "@/lib/core/durations";

import type { ReceiptView, SessionView } from "./schema";
import type { SessionRow } from "./store/sessions";

/** Pictures of a session, at most, and the bytes of each. */
export const maxPhotos = 10;
export const maxPhotoBytes = 5 * 1024 * 1024;

const signatures: readonly [type: string, test: (bytes: Uint8Array) => boolean][] = [
  ["image/jpeg", (bytes) => hasAt(bytes, 0, [0xff, 0xd8, 0xff])],
  ["image/png", (bytes) => hasAt(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  [
    "image/webp",
    (bytes) =>
      hasAt(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && hasAt(bytes, 8, [0x57, 0x45, 0x42, 0x50]),
  ],
];

const hasAt = (bytes: Uint8Array, offset: number, expected: readonly number[]) =>
  expected.every((value, index) => bytes[offset + index] === value);

/** What a picture is by its bytes, whatever its name says; null for anything but JPEG, PNG and WebP. */
export function pictureType(bytes: Uint8Array): string | null {
  return signatures.find(([, matches]) => matches(bytes))?.[0] ?? null;
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

export function viewSession(row: SessionRow, now: Date): SessionView {
  return {
    id: row.id,
    bookingId: row.bookingId,
    bookingNumber: row.bookingNumber,
    status: row.status,
    stationId: row.stationId,
    stationName: row.stationName,
    timeZone: row.timeZone,
    ownerNic: row.ownerNic,
    ownerName: row.ownerName,
    vehiclePlate: row.vehiclePlate,
    connector: {
      id: row.connectorId,
      number: row.connectorNumber,
      standards: row.connectorStandards,
    },
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    bookedUntil: row.bookedUntil.toISOString(),
    overstay: (row.endedAt ?? now) > row.bookedUntil,
    kWh: row.energyWh === null ? null : row.energyWh / 1_000,
    metered: row.metered,
    totals: totalsOf(row),
    payment: paymentOf(row),
    notes: row.notes,
    receiptNumber: row.receiptNumber,
  };
}

function totalsOf(row: SessionRow): SessionView["totals"] {
  if (row.totalMinor === null) return null;
  const view = (minor: number | null) => moneyView(minor ?? 0, row.currency);
  return {
    energy: view(row.energyMinor),
    time: view(row.timeMinor),
    fee: view(row.feeMinor),
    subtotal: view(row.subtotalMinor),
    tax: view(row.taxMinor),
    total: view(row.totalMinor),
  };
}

function paymentOf(row: SessionRow): SessionView["payment"] {
  if (row.totalMinor === null) return null;
  const paid = row.paidMinor ?? 0;
  const { dueMinor, changeMinor } = settle(row.totalMinor, paid);
  return {
    mode: row.paymentMode,
    amount: moneyView(paid, row.currency),
    due: moneyView(dueMinor, row.currency),
    change: moneyView(changeMinor, row.currency),
  };
}

/** The lines of a receipt, in words, for every amount that is not nothing; a free session has one line. */
export function receiptLines(row: SessionRow): ReceiptView["lines"] {
  const { tariff, currency } = row;
  const lines: [text: string, minor: number | null][] = [
    [energyWords(tariff, row), row.energyMinor],
    [timeWords(tariff), row.timeMinor],
    [tariff.mode === "Hybrid" ? "Difference to the minimum fee" : "Session fee", row.feeMinor],
  ];
  const charged = lines.filter(([, minor]) => (minor ?? 0) > 0);
  const shown = charged.length > 0 ? charged : [["Charging, free of charge", 0] as const];
  return shown.map(([text, minor]) => ({ text, amount: moneyView(minor ?? 0, currency) }));
}

function energyWords(tariff: AgreedTariff, row: SessionRow): string {
  if (row.energyWh === null) return "Energy";
  return `Energy, ${row.energyWh / 1_000} kWh at ${priceWords(tariff.perKwhMinor, tariff)} per kWh`;
}

function timeWords(tariff: AgreedTariff): string {
  const price = `Time at ${priceWords(tariff.perHourMinor, tariff)} per hour`;
  const begun = tariff.billingIncrementMinutes;
  return begun ? `${price}, per ${begun} minutes begun` : price;
}

function priceWords(minor: number | null, { currency }: AgreedTariff): string {
  return `${toMajor(minor ?? 0, currency)} ${currency}`;
}

/** Money for people: `8.85 USD`. */
export function moneyWords({ amount, currency }: MoneyView): string {
  return `${amount} ${currency}`;
}
