import { z } from "zod";

import { idOf, timeZoneName } from "@/lib/core/fields";

/** How a file is imported; `businessId` and `timeZone` as in the use case. */
export const ImportOptions = z.object({
  businessId: idOf("business_id").optional(),
  timeZone: timeZoneName.optional(),
  /** Only tells what would be done. */
  dryRun: z.stringbool().default(false),
});
export const ImportFile = z.object({ file: z.object({ bytes: z.instanceof(Uint8Array) }) });

/** What of a kept row or of a file is not kept, or was read in a way to know of. */
const notes = z.array(z.object({ code: z.string(), text: z.string() }));
/** What became of one row of an imported file. */
export const ImportedRow = z.object({
  row: z.int(),
  /** The source's own key. */
  key: z.string().nullable(),
  outcome: z.enum(["created", "updated", "unchanged", "refused"]),
  /** The first thing that is wrong with a refused row, such as `row_no_address`, and all of them in sentences. */
  code: z.string().optional(),
  why: z.string().optional(),
  notes: notes.optional(),
});
export type ImportedRow = z.infer<typeof ImportedRow>;
export const ImportReport = z.object({
  dryRun: z.boolean(),
  counts: z.record(ImportedRow.shape.outcome, z.int()),
  /** How many of the refused rows are not among `rows`. */
  untold: z.int(),
  notes,
  rows: z.array(ImportedRow),
});
export type ImportReport = z.infer<typeof ImportReport>;
