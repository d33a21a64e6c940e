import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { beginning, hashRecord, hashSeal, merkleRoot, platformChain } from "./rules";
import { findLastSeals, findUnsealed, insertSeals, lockSealing, type SealRow } from "./store/seals";

/** Records of one transaction; the rest waits for the next, so that a seal of a busy hour is not one long lock. */
const batch = 2_000;

/**
 * Seals every record that is committed and not yet sealed: one seal for each business with new ones (and for the
 * platform), chained to its last. Whoever commits late is in the next; nobody is waited for. One worker of all does
 * it at a time, the others do nothing. What it proves: docs/decisions/audits-are-sealed.md.
 */
export async function sealAudits(ctx: Context): Promise<{ seals: number; records: number }> {
  scopeOf(ctx, "audit.seal");
  const sealed = { seals: 0, records: 0 };
  for (;;) {
    const { seals, records } = await sealBatch(ctx);
    sealed.seals += seals;
    sealed.records += records;
    if (records < batch) return sealed;
  }
}

async function sealBatch(ctx: Context): Promise<{ seals: number; records: number }> {
  return inTransaction(ctx, async (ctx) => {
    if (!(await lockSealing(ctx))) return { seals: 0, records: 0 };
    const open = await findUnsealed(ctx, batch);
    if (open.length === 0) return { seals: 0, records: 0 };
    const chains = Map.groupBy(open, ({ businessId }) => businessId ?? platformChain);
    const last = await findLastSeals(ctx, [...chains.keys()]);
    const sealedAt = ctx.clock.real();
    const seals = [...chains].map(([chain, records]): SealRow => {
      const before = last.find((seal) => seal.chain === chain);
      const leaves = records.map(hashRecord);
      return {
        chain,
        number: (before?.number ?? 0) + 1,
        previous: before ? hashSeal(before) : beginning,
        root: merkleRoot(leaves),
        count: records.length,
        sealedAt,
        records: records.map(({ id }) => id),
        leaves,
      };
    });
    await insertSeals(ctx, seals);
    return { seals: seals.length, records: open.length };
  });
}
