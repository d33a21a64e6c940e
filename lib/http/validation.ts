import type { z } from "zod";

import { fail, failInput } from "@/lib/core/errors";
import { findOdd, type OddValue } from "@/lib/core/odd-values";
import { readFaults } from "@/lib/core/read-faults";

/**
 * The value as the schema reads it. Throws request.invalid (422) with every field that is not right, all at
 * once, so that nobody mends a form one error at a time; request.malformed (400) for NUL characters or absurd depth.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  assertTame(value);
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw failInput(
    readFaults(result.error).map(({ path, ...fault }) => ({ field: path.join("."), ...fault })),
  );
}

/** Throws for what no schema is to see (`findOdd`): 400 for NUL and absurd depth, 422 at the field for what else. */
export function assertTame(value: unknown): void {
  const odd = lookInto(value);
  if (odd) throw refusalOf(odd);
}

/** What cannot even be looked into, such as React's references of what only the browser has, is no value of ours. */
function lookInto(value: unknown): OddValue | null {
  try {
    return findOdd(value);
  } catch (cause) {
    throw Object.assign(fail("request.malformed", { why: "no_object" }), { cause });
  }
}

function refusalOf({ what, path }: OddValue): Error {
  if (what === "nul") return fail("request.malformed", { why: "nul_in_body" });
  if (what === "too_deep") return fail("request.malformed", { why: "too_deep" });
  const code = what === "length" ? "wrong_kind" : what;
  // A name can be what is odd, and is said without what nothing can write.
  return failInput([{ field: path.join(".").toWellFormed(), code }]);
}
