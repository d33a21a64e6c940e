import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { inDigits } from "./numbers";

/** A plug by OCPI's name (ConnectorType). */
export const connectorStandard = z.string().regex(/^[A-Z0-9_]{3,40}$/, fault("connector_type"));
/** Plugs by what people and other systems call them, in any letter case; a word for several means any of them. */
const plugWords: Readonly<Record<string, readonly string[]>> = {
  CCS: ["IEC_62196_T2_COMBO", "IEC_62196_T1_COMBO"],
  COMBO: ["IEC_62196_T2_COMBO", "IEC_62196_T1_COMBO"],
  CCS1: ["IEC_62196_T1_COMBO"],
  CCS2: ["IEC_62196_T2_COMBO"],
  J1772: ["IEC_62196_T1"],
  TYPE1: ["IEC_62196_T1"],
  TYPE2: ["IEC_62196_T2"],
  NACS: ["SAE_J3400", "TESLA_S"],
  TESLA: ["TESLA_S", "SAE_J3400"],
};

/** A plug that somebody asks for, by OCPI's name or a short one, as all OCPI ConnectorTypes that it may be. */
export const plugAsked = z
  .string()
  .trim()
  .toUpperCase()
  .pipe(z.string().regex(/^[A-Z0-9_ -]{3,40}$/, fault("connector_type")))
  .transform((word): readonly string[] => plugWords[word.replaceAll(/[ _-]/g, "")] ?? [word]);

/** What a car asks of its place, in an address. */
export const needAsked = {
  standard: plugAsked.optional(),
  minPowerKw: inDigits(z.number().positive().max(1_000)).optional(),
};
