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
