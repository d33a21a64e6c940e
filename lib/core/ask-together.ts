import type { Context, Db } from "./context";

const underWay = new WeakMap<Db, Map<string, Promise<unknown>>>();

/**
 * Reads what many ask for at the same moment once: whoever asks while the same is being read has the answer to that.
 * What is kept is nothing: who asks afterwards has it read anew. `key` names all that the answer depends on, besides
 * the database; never who asks.
 */
export function askTogether<T>(
  ctx: Context,
  key: readonly unknown[],
  read: () => Promise<T>,
): Promise<T> {
  const asked = underWay.get(ctx.db) ?? new Map<string, Promise<unknown>>();
  underWay.set(ctx.db, asked);
  const name = JSON.stringify(key);
  const same = asked.get(name) as Promise<T> | undefined;
  if (same) return same;
  const answer = read().finally(() => asked.delete(name));
  asked.set(name, answer);
  return answer;
}
