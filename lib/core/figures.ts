// What counts as a figure that somebody typed. Apart from the fields that use it, so that a screen may ask the same
// before it keeps what nobody can answer for hours, without loading them.

/** An amount in major units, up to nine digits and six places: `"8.85"`. How many places it may have is its currency's to say. */
export const isAmount = (text: string): boolean => /^\d{1,9}(?:\.\d{1,6})?$/.test(text);

/** Metered energy: 0 to 1000 kWh with at most three decimals (product.md, Session). */
export const isEnergy = (kWh: string): boolean =>
  /^\d{1,4}(?:\.\d{1,3})?$/.test(kWh) && Number(kWh) <= 1_000;
