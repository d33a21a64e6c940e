import type { Context } from "./context";

/**
 * What a room does at once when a person deletes their account (operations.md, 6.8): it stops what they began, takes
 * away what would reach them, and throws where something must be settled first. In the caller's transaction, which the
 * person themselves asked for.
 */
export type Leaving = (ctx: Context, userId: string) => Promise<void>;
