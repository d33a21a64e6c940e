import { z } from "zod";

import { themes } from "@/lib/core/themes";
import { distanceUnits } from "@/lib/core/units";

export const theme = z.enum(themes);
export const distanceUnit = z.enum(distanceUnits);
const hourCycle = z.literal([12, 24]);

/** How the product speaks to a person; null is what nobody chose. */
export const Preferences = z.strictObject({
  /** The language of answers, receipts and messages by its code. */
  language: z.string().max(35).nullable(),
  /** How pages look; `system` follows the device. */
  theme: theme.nullable(),
  /** Whether times are said as 2:05 PM or as 14:05; null is as the reader's language has it. */
  hourCycle: hourCycle.nullable(),
  /** Kilometres or miles; null is as the reader's country has it. */
  distanceUnit: distanceUnit.nullable(),
});
export type Preferences = z.infer<typeof Preferences>;

/** What is not named stays; null takes back what was chosen. */
export const ChoosePreferences = z.strictObject({
  language: z.string().max(35).optional(),
  theme: theme.nullish(),
  hourCycle: hourCycle.nullish(),
  distanceUnit: distanceUnit.nullish(),
});
export type ChoosePreferences = z.infer<typeof ChoosePreferences>;
