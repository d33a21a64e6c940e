import type { Context } from "@/lib/core/context";
import { seal, unseal } from "@/lib/core/seal";

const mark = "sealed:";

type Answer = Readonly<Record<string, unknown>>;

const isAnswer = (data: unknown): data is Answer =>
  typeof data === "object" && data !== null && !Array.isArray(data);

/** What is kept of an answer for its key: one that shows a `secret` is kept with it sealed (sealed-data.md). */
export function keepSecret<T>(ctx: Context, data: T, about: string): T {
  if (!isAnswer(data) || typeof data.secret !== "string") return data;
  return { ...data, secret: mark + seal(ctx.config.dataKeys, data.secret, about) };
}

/** The answer as it was given. */
export function openSecret<T>(ctx: Context, data: T, about: string): T {
  if (!isAnswer(data) || typeof data.secret !== "string") return data;
  if (!data.secret.startsWith(mark)) return data;
  return {
    ...data,
    secret: unseal(ctx.config.dataKeys, data.secret.slice(mark.length), about),
  };
}
