import { digitsOf } from "./currencies";
import { remember } from "./remember";

/** An amount in the currency's smallest unit (cents for USD), never a fraction. */
export interface Money {
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

/** How money leaves the API: major units as a decimal string. */
export interface MoneyView {
  readonly amount: string;
  readonly currency: string;
}

/** Decimal places of an ISO 4217 currency: 2 for USD and HUF, 0 for JPY, 3 for KWD; 2 for one that was withdrawn. */
export function currencyDigits(currency: string): number {
  return digitsOf.get(currency) ?? 2;
}

/** Whether the code is a currency of ISO 4217 that people pay with. */
export function isCurrency(code: string): boolean {
  return digitsOf.has(code);
}

/**
 * Reads a decimal in major units (`0.45` or `"0.45"`) as minor units.
 * Returns null when it is not a plain non-negative decimal or has more places than the currency.
 */
export function toMinor(value: string | number, currency: string): number | null {
  const digits = currencyDigits(currency);
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(String(value));
  if (!match) return null;
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) return null;
  return Number(`${match[1]}${fraction.padEnd(digits, "0")}`);
}

/** Writes minor units as a decimal string in major units: 885 USD → `"8.85"`. */
export function toMajor(amountMinor: number, currency: string): string {
  const digits = currencyDigits(currency);
  const sign = amountMinor < 0 ? "-" : "";
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The API's form of an amount. */
export function moneyView(amountMinor: number, currency: string): MoneyView {
  return { amount: toMajor(amountMinor, currency), currency };
}

/** An amount with its currency, as the language writes it. */
export function moneyInWords(amountMinor: number, currency: string, locale: string): string {
  return viewInWords(moneyView(amountMinor, currency), locale);
}

/** The same of the API's form. */
export function viewInWords({ amount, currency }: MoneyView, locale: string): string {
  const format = formatOf(`${locale} ${currency}`);
  // The text itself, which no float has rounded.
  return format.format(amount as `${number}`);
}

const formatOf = remember((name) => {
  const [locale, currency = ""] = name.split(" ");
  // All of its places: CLDR leaves out those that people seldom use.
  const digits = currencyDigits(currency);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { style: "currency", currency, ...places });
});

/**
 * `numerator / denominator` rounded half up, exactly, for non-negative integers.
 * Every money line is rounded once, here (product.md, Tariff).
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}
