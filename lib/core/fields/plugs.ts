import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { plugsOf } from "@/lib/core/plugs";
import { inDigits } from "./numbers";

/** A plug by OCPI's name (ConnectorType). */
export const connectorStandard = z.string().regex(/^[A-Z0-9_]{3,40}$/, fault("connector_type"));

/** A plug that somebody asks for, by OCPI's name or a short one, as all OCPI ConnectorTypes that it may be. */
export const plugAsked = z
  .string()
  .trim()
  .toUpperCase()
  .pipe(z.string().regex(/^[A-Z0-9_ -]{3,40}$/, fault("connector_type")))
  .transform(plugsOf);

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
  minPowerKw: inDigits(z.number().positive().max(1_000)).optional(),
};
