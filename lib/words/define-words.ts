import type { z } from "zod";

import type { Grants } from "./grants";
import type { RefusalRow } from "./refusals";
import type { SettingDefinition } from "./setting";

/** What a rate limit counts by, the setting that says how many, and in how many minutes. */
export interface LimitBucket {
  readonly by: "address" | "account" | "caller";
  readonly setting: string;
  readonly minutes: number;
}

/** Everything that a room gives a name to; what it has none of it leaves out. */
export interface RoomWords {
  /** The rooms of its own wing that it asks; those of lower wings need no mention. */
  readonly needs?: readonly string[];
  readonly permissions?: Readonly<Record<string, Grants | "public">>;
  readonly errors?: Readonly<Record<string, RefusalRow>>;
  readonly settings?: Readonly<Record<string, SettingDefinition>>;
  /** The settings that everybody may read, because public pages and answers tell them. */
  readonly published?: readonly string[];
  /** Event type → the schema of its payload: ids and facts, never secrets. */
  readonly events?: Readonly<Record<string, z.ZodObject>>;
  readonly audited?: { readonly things: readonly string[]; readonly actions: readonly string[] };
  readonly limits?: Readonly<Record<string, readonly LimitBucket[]>>;
  /** Its jobs, and the commands that work without a person, by name: who they are when they act. */
  readonly jobs?: readonly string[];
}

/** The words of a room, with every name kept as a literal, so that the unions made of them are closed. */
export function defineWords<const W extends RoomWords>(words: W): W {
  return words;
}
