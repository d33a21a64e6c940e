import { z } from "zod";

import { connectorTypes } from "@/lib/core/connector-types";
import { fault } from "@/lib/core/fault";
import { askedWords, plugsOf } from "@/lib/core/plugs";
import { inDigits, within } from "./numbers";

/** A plug by OCPI's name (ConnectorType). */
export const connectorStandard = z.string().regex(/^[A-Z0-9_]{3,40}$/, fault("connector_type"));

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
    fault("plug_unknown", { words: [...askedWords, ...connectorTypes].join(", ") }),
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
