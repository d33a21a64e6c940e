import { z } from "zod";

import { fault } from "../fault";
import { within } from "./numbers";

/** A position in WGS84 degrees. */
export const location = z.strictObject({
  lat: z
    .number()
    .min(-90, fault("range", { least: -90, most: 90 }))
    .max(90, fault("latitude", { least: -90, most: 90 })),
  lng: within(z.number(), -180, 180),
});

/** Whether the position is 0,0, where what nobody filled in ends up, to the accuracy that positions are kept with. */
export const isNullIsland = ({
  lat,
  lng,
}: {
  readonly lat: number;
  readonly lng: number;
}): boolean => Math.abs(lat) < 1e-6 && Math.abs(lng) < 1e-6;

/** Where something stands that is told to us. */
export const siteLocation = location.refine((at) => !isNullIsland(at), {
  path: ["lat"],
  error: fault("null_island"),
});

const degrees = (text: string) => text.split(",").map((part) => (part.trim() ? Number(part) : NaN));

/** A position in an address: `lat,lng` in degrees. */
export const positionText = z
  .string()
  .refine((text) => {
    const [lat = NaN, lng = NaN, ...rest] = degrees(text);
    return rest.length === 0 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  }, fault("position"))
  .transform((text) => {
    const [lat = 0, lng = 0] = degrees(text);
    return { lat, lng };
  });

/** A part of the map in an address: `west,south,east,north` in degrees; across the date line west is greater than east. */
export const boxText = z
  .string()
  .refine(
    (text) => degrees(text).length === 4 && degrees(text).every(Number.isFinite),
    fault("box"),
  )
  .transform((text) => degrees(text) as [number, number, number, number]);
