import { z } from "zod";

import { idOf, lineOfText } from "@/lib/core/fields";

/** How a file is imported; `businessId` and `timeZone` as in the use case. */
export const ImportOptions = z.object({
  businessId: idOf("a business").optional(),
  timeZone: lineOfText(60).optional(),
  /** Only tells what would be done. */
  dryRun: z.stringbool().default(false),
});
export const ImportFile = z.object({
  file: z.object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
});

/** What became of one row of an imported file. */
export const ImportedRow = z.object({
  row: z.int(),
  /** The source's own key. */
  key: z.string().nullable(),
  outcome: z.enum(["created", "updated", "unchanged", "refused"]),
  why: z.string().optional(),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

const counted = z.int();
export const ImportReport = z.object({
  dryRun: z.boolean(),
  counts: z.object({ created: counted, updated: counted, unchanged: counted, refused: counted }),
  rows: z.array(ImportedRow),
});
export type ImportReport = z.infer<typeof ImportReport>;
