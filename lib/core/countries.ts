import { all, whereAlpha2, whereAlpha3 } from "iso-3166-1";

// ISO 3166-1; each null for what is no country's code.

/** `SWE` for `SE`. */
export const alpha3Of = (alpha2: string): string | null => whereAlpha2(alpha2)?.alpha3 ?? null;

/** `SE` for `SWE`. */
export const alpha2Of = (alpha3: string): string | null => whereAlpha3(alpha3)?.alpha2 ?? null;

/** Every country, as `SE`. */
export const allCountries = (): string[] => all().map(({ alpha2 }) => alpha2);
