import type { Context } from "./context";
import type { Counts } from "./job";

/** Who is to be forgotten. */
export interface Erased {
  readonly userId: string;
  /**
   * What they are and were known by: email addresses, phone numbers, identity numbers, plates, and names of two words
   * or more. A single first name is nobody's alone: searching other people's words for it would erase theirs.
   */
  readonly texts: readonly string[];
  /** What stands where a name must. */
  readonly name: string;
}

/** How a room forgets a person (architecture.md, Audit that can forget and still prove). */
export interface Eraser {
  /**
   * Every column of the room's tables that holds a user's id, as `table.column`: what becomes of its rows, or why
   * they may stay. A test walks the schema and asks for each.
   */
  readonly columns: Readonly<Record<string, string>>;
  /** Removes or replaces what is personal, in the caller's transaction; says how much. */
  readonly erase: (ctx: Context, person: Erased) => Promise<Counts>;
}
