import type { MoneyView } from "@/lib/core/money";

import type { ReceiptView } from "./schema";

/** A receipt as page and PDF show it: every fact in words, once. */
export interface ReceiptText {
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly lines: readonly (readonly [text: string, amount: string])[];
  readonly sums: readonly (readonly [text: string, amount: string])[];
  readonly total: readonly [text: string, amount: string];
  readonly payment: readonly (readonly [text: string, amount: string])[];
}

/** Puts a receipt into words; times in the station's zone, with its name. */
export function describeReceipt(receipt: ReceiptView): ReceiptText {
  const { station, payment } = receipt;
  const time = (instant: string) => timeWords(instant, station.timeZone);
  const facts: [string, string | null][] = [
    ["Issued", time(receipt.issuedAt)],
    ["Owner", receipt.owner.name],
    ["Vehicle", receipt.owner.vehiclePlate],
    ["Booking", receipt.bookingNumber],
    ["Station", `${station.name}\n${station.address}`],
    ["Connector", String(receipt.connectorNumber)],
    ["From", time(receipt.startedAt)],
    ["To", time(receipt.endedAt)],
    ["Time zone", station.timeZone],
    ["Duration", durationWords(receipt.minutes)],
    ["Energy", receipt.kWh === null ? "not metered" : `${receipt.kWh} kWh`],
  ];
  const isSomething = ({ amount }: MoneyView) => Number(amount) > 0;
  const paid = payment.mode ? `Paid by ${payment.mode}` : "Paid";
  return {
    facts: facts.filter((fact): fact is [string, string] => fact[1] !== null),
    lines: receipt.lines.map(({ text, amount }) => [text, moneyWords(amount)]),
    sums: [
      ["Subtotal", moneyWords(receipt.subtotal)],
      [`Tax, ${receipt.taxPercent} %`, moneyWords(receipt.tax)],
    ],
    total: ["Total", moneyWords(receipt.total)],
    payment: [
      [paid, moneyWords(payment.amount)],
      ...(isSomething(payment.change) ? [["Change", moneyWords(payment.change)] as const] : []),
      ...(isSomething(payment.due) ? [["Still due", moneyWords(payment.due)] as const] : []),
    ],
  };
}

function timeWords(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(instant));
}

function durationWords(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  return hours > 0 ? `${hours} h ${whole % 60} min` : `${whole} min`;
}

/** Money for people: `8.85 USD`. */
function moneyWords({ amount, currency }: MoneyView): string {
  return `${amount} ${currency}`;
}
