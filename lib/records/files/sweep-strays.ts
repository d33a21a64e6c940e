import type { Context } from "@/lib/core/context";
import type { Report } from "@/lib/core/job";
import { scopeOf } from "@/lib/core/permissions";

import { keptSince } from "./rules";
import { fileStore } from "./store/file-store";
import { findKnownKeys } from "./store/uploads";

const batch = 500;

/**
 * Removes bytes that no row names, as a crash or a rolled back transaction leaves them, when they are older than 24
 * hours. Where not one of the old files is known, the store is another database's, and nothing is removed but
 * reported. Returns how many were removed.
 */
export async function sweepStrays(ctx: Context, report: Report): Promise<{ strays: number }> {
  scopeOf(ctx, "stray.sweep");
  const { strays, known } = await findStrays(ctx);
  if (known === 0 && strays.length > 0) {
    report({ files: strays.length }, "no file of the store is in the database: nothing is removed");
    return { strays: 0 };
  }
  const store = fileStore(ctx);
  for (const key of strays) await store.delete(key);
  return { strays: strays.length };
}

async function findStrays(ctx: Context): Promise<{ strays: string[]; known: number }> {
  const before = keptSince(ctx.clock.real());
  const strays: string[] = [];
  let known = 0;
  const look = async (keys: readonly string[]) => {
    if (keys.length === 0) return;
    const named = await findKnownKeys(ctx, keys);
    known += named.size;
    strays.push(...keys.filter((key) => !named.has(key)));
  };
  let keys: string[] = [];
  for await (const { key, storedAt } of fileStore(ctx).list()) {
    if (storedAt >= before) continue;
    keys.push(key);
    if (keys.length < batch) continue;
    await look(keys);
    keys = [];
  }
  await look(keys);
  return { strays, known };
}
