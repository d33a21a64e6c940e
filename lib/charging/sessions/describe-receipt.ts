import { zoneInWords } from "@/lib/core/calendar";
import { longInstant } from "@/lib/core/told-clock";
import { connectorName } from "@/lib/core/plug-names";
import { type MoneyView, viewInWords } from "@/lib/core/money";
import { languages, sayIn, type Locale, type Say } from "@/lib/words/say";

import type { IssuedLine, IssuedReceipt } from "./schema";

/** Whom a receipt is worded for. */
export interface Reader {
  readonly locale: Locale;
  readonly say: Say;
  readonly direction: "ltr" | "rtl";
}

/** Someone who reads this language. */
export const readerOf = (locale: Locale): Reader => ({
  locale,
  say: sayIn(locale),
  direction: languages[locale].direction,
});

/** A receipt as page and PDF show it: every fact in words, once. */
export interface ReceiptText {
  readonly title: string;
  /** The title with the number, to name a document by. */
  readonly name: string;
  /** Address and tax number of who issues it, as far as they are known. */
  readonly issuer: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly lines: readonly (readonly [text: string, amount: string])[];
  readonly sums: readonly (readonly [text: string, amount: string])[];
  readonly total: readonly [text: string, amount: string];
  readonly payment: readonly (readonly [text: string, amount: string])[];
}

/** Puts a receipt into the reader's words; times in the station's zone, with its name. */
export function describeReceipt(receipt: IssuedReceipt, reader: Reader): ReceiptText {
  const { say } = reader;
  const { business, number, payment, taxPercent: percent } = receipt;
  const money = (amount: MoneyView) => viewInWords(amount, reader.locale);
  const isSomething = ({ amount }: MoneyView) => Number(amount) > 0;
  const paid = payment.mode ? say(`receipts.paidBy.${payment.mode}`) : say("receipts.paid");
  return {
    title: say("receipts.title"),
    name: say("receipts.titleOf", { number }),
    issuer: [
      business.address,
      business.taxId && say("receipts.taxId", { id: business.taxId }),
    ].filter((line): line is string => Boolean(line)),
    facts: factsOf(receipt, reader),
    lines: receipt.lines.map((line) => [lineWords(line, reader), money(line.amount)]),
    sums: [
      [say("receipts.subtotal"), money(receipt.subtotal)],
      [say("receipts.tax", { percent }), money(receipt.tax)],
    ],
    total: [say("receipts.total"), money(receipt.total)],
    payment: [
      [paid, money(payment.amount)],
      ...(isSomething(payment.change)
        ? [[say("receipts.change"), money(payment.change)] as const]
        : []),
      ...(isSomething(payment.due) ? [[say("receipts.due"), money(payment.due)] as const] : []),
    ],
  };
}

function factsOf(receipt: IssuedReceipt, reader: Reader): [label: string, value: string][] {
  const { say } = reader;
  const { station, kWh } = receipt;
  const time = (instant: string) => timeWords(instant, station.timeZone, reader);
  const facts: [string, string | null][] = [
    [say("receipts.facts.issued"), time(receipt.issuedAt)],
    [say("receipts.facts.owner"), receipt.owner.name],
    [say("receipts.facts.vehicle"), receipt.owner.vehiclePlate],
    [say("receipts.facts.booking"), receipt.bookingNumber],
    [say("receipts.facts.station"), `${station.name}\n${station.address}`],
    [say("receipts.facts.connector"), connectorWords(receipt, reader)],
    [say("receipts.facts.from"), time(receipt.startedAt)],
    [say("receipts.facts.to"), time(receipt.endedAt)],
    [say("receipts.facts.timeZone"), zoneWords(receipt, reader)],
    [say("receipts.facts.duration"), durationWords(receipt.minutes, reader)],
    [
      say("receipts.facts.energy"),
      kWh === null ? say("receipts.notMetered") : say("receipts.kWh", { kWh }),
    ],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

/** Its number, and its plug where the receipt tells. */
function connectorWords(
  { connectorNumber: number, connectorPlugs = [] }: IssuedReceipt,
  { locale, say }: Reader,
): string {
  if (connectorPlugs.length === 0) return String(number);
  const format = new Intl.ListFormat(locale, { type: "disjunction" });
  return say("receipts.connector", {
    number: String(number),
    plugs: format.format(connectorPlugs.map(connectorName)),
  });
}

/** What a line of a receipt charges for, as a sentence of the reader's language. */
export function lineWords({ kind, values }: IssuedLine, reader: Reader): string {
  const { say } = reader;
  switch (kind) {
    case "Energy":
      return say("receipts.lines.Energy", {
        kWh: values.kWh,
        price: viewInWords(values.perKwh, reader.locale),
      });
    case "Time": {
      const price = viewInWords(values.perHour, reader.locale);
      const minutes = values.incrementMinutes;
      return minutes === null
        ? say("receipts.lines.Time", { price })
        : say("receipts.lines.TimeBegun", { price, minutes });
    }
    case "Written":
      return values.text;
    default:
      return say(`receipts.lines.${kind}`);
  }
}

/** Always with the zone's distance to UTC: an hour that a clock shows twice a year is told apart. */
function timeWords(instant: string, timeZone: string, { locale }: Reader): string {
  return longInstant(new Date(instant), { locale, timeZone, timeZoneName: "shortOffset" });
}

/** As people call it, never by the id that machines do; with the distance to UTC at the charge's end. */
function zoneWords({ station, endedAt }: IssuedReceipt, { locale, say }: Reader): string {
  const { name, offset } = zoneInWords(station.timeZone, new Date(endedAt), locale);
  return name === null ? offset : say("receipts.zone", { name, offset });
}

function durationWords(minutes: number, { locale }: Reader): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const part = (value: number, unit: "hour" | "minute") =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
  const parts = [...(hours > 0 ? [part(hours, "hour")] : []), part(whole % 60, "minute")];
  return new Intl.ListFormat(locale, { type: "unit", style: "narrow" }).format(parts);
}
