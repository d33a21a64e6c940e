import type { Context } from "@/lib/core/context";

import { invariants } from "./room-parts";

/** How one invariant stands. */
export interface InvariantResult {
  readonly name: string;
  readonly ms: number;
  /** Where it does not hold, each in one line. */
  readonly differences: readonly string[];
}

/**
 * Asks every room what is always true of its tables, one after another, in one snapshot: what is written meanwhile
 * is in all answers or in none. Changes nothing.
 */
export async function checkInvariants(ctx: Context): Promise<InvariantResult[]> {
  return ctx.db.transaction(
    async (tx) => {
      const results: InvariantResult[] = [];
      for (const { name, find } of invariants) {
        const began = performance.now();
        const differences = await find({ ...ctx, db: tx });
        results.push({ name, differences, ms: Math.round(performance.now() - began) });
      }
      return results;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
