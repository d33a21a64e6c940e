import { z } from "zod";

import { fault } from "./fault";

/** Whose identity numbers are known, and how they are written. A country is added here and nowhere else. */
export const nicFormats = {
  LK: { pattern: /^(?:\d{9}[VX]|\d{12})$/, fault: fault("nic_lk") },
} as const satisfies Record<string, { pattern: RegExp; fault: string }>;

/** The known countries, ISO 3166-1 alpha-2. */
export const nicCountries = Object.keys(nicFormats) as [keyof typeof nicFormats];
export const nicCountry = z.enum(nicCountries);
export type NicCountry = z.infer<typeof nicCountry>;
