/** A price as a source's words tell it, in major units; tax and currency are the reader's business. */
export type PricingText =
  | { readonly mode: "Flat"; readonly fee: string }
  | { readonly mode: "Time"; readonly perHour: string }
  | { readonly mode: "Energy"; readonly perKwh: string };

/** What a price written for people says. */
export interface PricingReading {
  /** Null when a tariff cannot say the same: sums of fees, steps by time, idle fees, ranges. */
  readonly pricing: PricingText | null;
  /** What a driver has to read besides, or the whole text where it was not understood. */
  readonly note: string | null;
}

const amount = String.raw`\$ ?(\d{1,5}(?:\.\d{1,2})?)`;
const forms: readonly [RegExp, (price: string) => PricingText][] = [
  [new RegExp(`^${amount} ?(?:per|/|a) ?kwh$`), (perKwh) => ({ mode: "Energy", perKwh })],
  [
    new RegExp(`^${amount} ?(?:per|/|an?) ?(?:hour|hr|h)$`),
    (perHour) => ({ mode: "Time", perHour }),
  ],
  [
    new RegExp(`^${amount} ?(?:per|/|a) ?(?:session|charge|visit|use)$`),
    (fee) => ({ mode: "Flat", fee }),
  ],
  [/^(free)(?: of charge)?$/, () => ({ mode: "Flat", fee: "0" })],
];

/** Words in a second part that change what is paid; then no simple tariff tells the truth. */
const changesThePrice = /\$|\d\s*%|fee|cost|charge[sd]?\b|per |only|member|guest|customer|public/i;

/**
 * Reads the simple forms of a price: "Free", "$0.45 per kWh", "$0.35/kWh + tax", "$2.00 per hour", "$2 per session".
 * Anything else stays words: a price that is half understood would be a wrong price.
 */
export function parsePricingText(text: string): PricingReading {
  const whole = text.replace(/\s+/g, " ").trim();
  const [first = "", ...rest] = whole.split(/\s*;\s*/);
  const named = first.toLowerCase().replace(/ ?(?:\+|plus) tax(?:es)?$/, "");
  for (const [form, read] of forms) {
    const [, price] = form.exec(named) ?? [];
    if (price === undefined) continue;
    if (rest.some((part) => changesThePrice.test(part))) break;
    return { pricing: read(price), note: rest.length > 0 ? rest.join("; ") : null };
  }
  return { pricing: null, note: whole === "" ? null : whole };
}
