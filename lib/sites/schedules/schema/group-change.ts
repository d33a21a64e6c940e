import { z } from "zod";

/** That so many slots would have another number of places of a kind. */
export const GroupChange = z.object({
  standards: z.array(z.string()),
  maxPowerKw: z.number().nullable(),
  before: z.int(),
  after: z.int(),
  slots: z.int(),
});
