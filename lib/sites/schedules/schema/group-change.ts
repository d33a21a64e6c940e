import { z } from "zod";

import { placeView } from "@/lib/core/fields";

/** That so many slots would have another number of places of a kind. */
export const GroupChange = z.object({
  ...placeView,
  before: z.int(),
  after: z.int(),
  slots: z.int(),
});
