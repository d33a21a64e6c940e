import type { z } from "zod";

import { failInput } from "@/lib/core/errors";
import { readFaults } from "@/lib/core/read-faults";

/**
 * The value as the schema reads it. Throws request.invalid (422) with every field that is not right, all at
 * once, so that nobody mends a form one error at a time.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw failInput(
    readFaults(result.error).map(({ path, ...fault }) => ({ field: path.join("."), ...fault })),
  );
}
