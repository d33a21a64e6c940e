import { z } from "zod";

import { lineOfText, within } from "@/lib/core/fields";

/** Pictures that a station has at most (operations.md, 6.2). */
export const mostImages = 12;

const alt = lineOfText(160);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A picture for a station, and what is to be seen on it. Its bytes are checked, its name and type are not believed. */
export const AddStationImage = z.object({
  file: z.object({ name: z.string().optional(), bytes }),
  alt: alt.optional(),
});

/** What is not named stays; the first picture has the position 1. */
export const UpdateStationImage = z.strictObject({
  alt: alt.nullish(),
  position: within(z.int(), 1, mostImages).optional(),
});
export type UpdateStationImage = z.infer<typeof UpdateStationImage>;

/** A picture of a station, what is to be seen on it, and its sides in pixels. */
export const StationImage = z.object({
  id: z.uuid(),
  alt: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type StationImage = z.infer<typeof StationImage>;
