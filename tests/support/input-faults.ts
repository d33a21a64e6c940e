import type { z } from "zod";

import { type FieldError, isAppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/http/validation";

/** What whoever sent the value hears of it, field by field; nothing where it is right. */
export function inputFaults(schema: z.ZodType, value: unknown): readonly FieldError[] {
  try {
    parseInput(schema, value);
    return [];
  } catch (error) {
    if (!isAppError(error, "request.invalid")) throw error;
    return error.fields ?? [];
  }
}
