import { inTransaction, type Context } from "./context";
import { assertNoTransaction } from "./outside";

/**
 * The first step of a use case that waits for the outside (architecture.md, Concurrency, idempotency): a transaction
 * that makes the subject, such as a command to a charger, and writes the request's key with its id. What is asked of
 * the outside comes after it, and the answer is written to the subject by a step of its own. Returns what `work`
 * made, once it is stored; its `id` is the subject's.
 */
export async function firstStep<T extends { readonly id: string }>(
  ctx: Context,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  assertNoTransaction("A first step is taken");
  return inTransaction(ctx, async (ctx) => {
    await ctx.stepKey?.claim(ctx);
    const made = await work(ctx);
    await ctx.stepKey?.keep(ctx, made.id);
    return made;
  });
}
