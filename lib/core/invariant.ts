import type { Context } from "./context";

/** Something that is always true of a room's tables, whatever happened; whoever asks reads them as they are now. */
export interface Invariant {
  /** What is true, in a few words. */
  readonly name: string;
  /** Where it is not, each in one line: nothing, where all is well. */
  readonly find: (ctx: Context) => Promise<readonly string[]>;
}
