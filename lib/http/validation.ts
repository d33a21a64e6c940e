import type { z } from "zod";

import { AppError, fail, type FieldError } from "@/lib/core/errors";

/**
 * The value as the schema reads it. Throws request.invalid (422) with every field that is not right, all at
 * once, so that nobody mends a form one error at a time.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { message } = fail("request.invalid");
  throw new AppError("request.invalid", message, result.error.issues.flatMap(fieldErrors));
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: [...path, key].join("."),
      message: "There is no such field here.",
    }));
  }
  return [{ field: path.join("."), message: issue.message }];
}
