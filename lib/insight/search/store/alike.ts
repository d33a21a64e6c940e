import { sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

import { inTransaction, type Context } from "@/lib/core/context";

import { leastAlike } from "../rules";

/** For a select of names that are like the text: the condition, which an index answers, what is compared, the order. */
export function alikeTo(name: AnyPgColumn, text: string) {
  const typed = sql<string>`plain_text(${text}::text)`;
  const plainName = sql<string>`plain_text(${name})`;
  return {
    isAlike: sql`${typed} <% ${plainName}` as SQL,
    columns: { plainName, plainTyped: typed },
    order: sql`word_similarity(${typed}, ${plainName}) desc`,
  };
}

/** So many of those that are like the text are compared letter by letter. */
export const mostAlike = 100;

/** Runs a select by `alikeTo` with our own measure of likeness, which is the transaction's alone. */
export async function withLikeness<T>(
  ctx: Context,
  read: (ctx: Context) => Promise<T>,
): Promise<T> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(
      sql`select set_config('pg_trgm.word_similarity_threshold', ${String(leastAlike)}, true)`,
    );
    return read(ctx);
  });
}
