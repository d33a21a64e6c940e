import { isAmount, isEnergy } from "@/lib/core/figures";
import { currencyDigits, toMinor } from "@/lib/core/money";

import type { Act } from "../offline/act";

/** How it is paid; `none` where it is paid later. */
export const payModes = ["cash", "card", "wallet", "none"] as const;
export type PayMode = (typeof payModes)[number];

/** What is typed to finish a session. */
export interface FinalizeDraft {
  readonly kWh: string;
  readonly mode: PayMode;
  readonly amount: string;
}

/** What is there before anything is typed. */
export const blankDraft: FinalizeDraft = { kWh: "", mode: "cash", amount: "" };

/** Whether something would be lost with the draft: another way of payment is said as well as a number. */
export const isTyped = ({ kWh, mode, amount }: FinalizeDraft): boolean =>
  kWh !== "" || mode !== blankDraft.mode || amount !== "";

type Finalize = Extract<Act, { readonly kind: "Finalize" }>;

/** A number as people type it, with a comma or a point and spaces between; blank is none. */
function typedNumber(text: string): string | undefined {
  const said = text.replaceAll(/\s/g, "").replace(",", ".");
  return said === "" ? undefined : said;
}

/** The draft as the API takes it: kWh only where read, an amount only where something is paid. */
export function finalizeInput({
  kWh,
  mode,
  amount,
}: FinalizeDraft): Pick<Finalize, "kWh" | "payment"> {
  const [energy, paid] = [typedNumber(kWh), typedNumber(amount)];
  return {
    ...(energy !== undefined && { kWh: energy }),
    ...(mode !== "none" && { payment: { mode, ...(paid !== undefined && { amount: paid }) } }),
  };
}

/** What is wrong with what was typed, by the field's name in the API. */
export interface FinalizeFaults {
  readonly kWh?: "energy";
  readonly "payment.amount"?: "amount" | "decimals";
}

/**
 * What the server would refuse of the input, by its own rules: without network it says so hours later, when the car
 * and its driver are gone. Places that are too many are known where the currency is.
 */
export function finalizeFaults(
  { kWh, payment: { amount } = { mode: "none" } }: ReturnType<typeof finalizeInput>,
  currency: string | null,
): FinalizeFaults {
  const isFiner = (paid: string) => currency !== null && toMinor(paid, currency) === null;
  const isWrong = amount !== undefined && !isAmount(amount);
  return {
    ...(kWh !== undefined && !isEnergy(kWh) && { kWh: "energy" }),
    ...(isWrong && { "payment.amount": "amount" }),
    ...(!isWrong && amount !== undefined && isFiner(amount) && { "payment.amount": "decimals" }),
  };
}

/** The numbers that the words of a fault name. */
export const faultValues = (currency: string | null) => ({
  currency: currency ?? "",
  digits: currency === null ? 0 : currencyDigits(currency),
});
