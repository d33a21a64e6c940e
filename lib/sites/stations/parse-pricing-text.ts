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

const number = String.raw`(?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve)`;
/** What may stand behind a price and leaves it as it is; anything else could be a condition. */
const harmless = [
  new RegExp(
    `^(?:max(?:imum)? )?${number}[ -](?:hour|hr|minute|min)s?(?: (?:time|parking|charging))? (?:limit|max(?:imum)?)$`,
  ),
  /^(?:plus|\+)? ?(?:applicable )?tax(?:es)?(?: (?:extra|not included))?$/,
  /^donations? (?:welcome|accepted|appreciated|encouraged)$/,
  /^(?:credit|debit|credit and debit) cards? accepted$/,
  /^pay (?:by|with) (?:app|phone|card|rfid card)$/,
];

/**
 * Reads the simple forms of a price: "Free", "$0.45 per kWh", "$0.35/kWh + tax", "$2.00 per hour", "$2 per session".
 * Anything else stays words, and so does a simple form with anything behind it that is not known to leave the price
 * as it is: a price that is half understood would be a wrong price.
 */
export function parsePricingText(text: string): PricingReading {
  const whole = text.replace(/\s+/g, " ").trim();
  const [first = "", ...rest] = whole.split(/\s*;\s*/);
  const named = first.toLowerCase().replace(/ ?(?:\+|plus) tax(?:es)?$/, "");
  const understood = rest.every((part) => isHarmless(part.toLowerCase()));
  for (const [form, read] of understood ? forms : []) {
    const [, price] = form.exec(named) ?? [];
    if (price === undefined) continue;
    return { pricing: read(price), note: rest.length > 0 ? rest.join("; ") : null };
  }
  return { pricing: null, note: whole === "" ? null : whole };
}

const isHarmless = (part: string) =>
  part === "" || harmless.some((form) => form.test(part.replace(/\.$/, "")));
