import type { Context } from "./context";

/**
 * What a room keeps of a person, as they are told it when they ask for everything (operations.md §4, profile/export):
 * by name, what a view shows of it to its owner. The caller has asked whether they may.
 */
export type Holdings = (ctx: Context, userId: string) => Promise<Readonly<Record<string, unknown>>>;
