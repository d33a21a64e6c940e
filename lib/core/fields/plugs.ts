import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { plugsOf, plugWords } from "@/lib/core/plugs";
import { inDigits, within } from "./numbers";

/** A plug by OCPI's name (ConnectorType). */
export const connectorStandard = z.string().regex(/^[A-Z0-9_]{3,40}$/, fault("connector_type"));

/** OCPI's ConnectorTypes, up to 2.3.0, in capitals. */
const connectorTypes: readonly string[] = [
  "CHADEMO",
  "CHAOJI",
  ..."ABCDEFGHIJKLMNO".split("").map((letter) => `DOMESTIC_${letter}`),
  "GBT_AC",
  "GBT_DC",
  "IEC_60309_2_SINGLE_16",
  "IEC_60309_2_THREE_16",
  "IEC_60309_2_THREE_32",
  "IEC_60309_2_THREE_64",
  "IEC_62196_T1",
  "IEC_62196_T1_COMBO",
  "IEC_62196_T2",
  "IEC_62196_T2_COMBO",
  "IEC_62196_T3A",
  "IEC_62196_T3C",
  "MCS",
  "NEMA_5_20",
  "NEMA_6_30",
  "NEMA_6_50",
  "NEMA_10_30",
  "NEMA_10_50",
  "NEMA_14_30",
  "NEMA_14_50",
  "PANTOGRAPH_BOTTOM_UP",
  "PANTOGRAPH_TOP_DOWN",
  "SAE_J3400",
  "TESLA_R",
  "TESLA_S",
];

/**
 * A plug that somebody asks for, by OCPI's name or a short one, as all OCPI ConnectorTypes that it may be. A name that
 * nobody knows is refused: no place has it, and "full" would be a wrong answer.
 */
export const plugAsked = z
  .string()
  .trim()
  .toUpperCase()
  .transform(plugsOf)
  .refine(
    (plugs) => plugs.every((plug) => connectorTypes.includes(plug)),
    fault("plug_unknown", { words: [...Object.keys(plugWords), ...connectorTypes].join(", ") }),
  );

/** Kilowatts that a car asks for, from a watt on: what is kept are whole watts. */
export const powerAsked = within(z.number(), 0.001, 1_000);

/** What makes places alike to a car, as answers tell it: their plugs, and what each gives; null where nobody says. */
export const placeView = {
  standards: z.array(z.string()),
  /** The most that one of the plugs gives. */
  maxPowerKw: z.number().nullable(),
  plugs: z.array(z.object({ standard: z.string(), maxPowerKw: z.number().nullable() })),
};

/** What a car asks of its place, in an address. */
export const needAsked = {
  standard: plugAsked.optional(),
  minPowerKw: inDigits(powerAsked).optional(),
};
