import type { z } from "zod";

import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";

/** Fields by their names, as they were sent or as they are to be read. */
export type Fields = Readonly<Record<string, unknown>>;

/** How a contract says what comes in: its own fields, made into those of the declaration. */
export interface Translation {
  /** Their names; whatever has another name is ours, or unknown. */
  readonly names: readonly string[];
  /** Their fields in our words, still to be read by our schema. Throws 422 for what cannot be said in them. */
  readonly into: (theirs: Fields) => Fields;
  /** Their fields as a schema, for the OpenAPI document. */
  readonly schema: z.ZodObject;
  /** Paths of their fields that say what cannot be said here: refused as unknown, never left out unread. */
  readonly refused?: readonly string[];
  /** Our name → theirs, so that a fault is told where they wrote it. */
  readonly back?: Readonly<Record<string, string>>;
}

/**
 * How another contract says one endpoint: the same use case in other words. Pure and without a rule: it renames,
 * converts units and leaves out (docs/decisions/contracts.md).
 */
export interface Projection {
  /** Names under /api, for the contracts that have names of their own; letter case is ignored. */
  readonly names?: string | readonly string[];
  /** Fields of a body that no other contract has there, by which it is known. */
  readonly marks?: readonly string[];
  readonly body?: Translation;
  readonly query?: Translation;
  /** Another question than ours, where theirs is another; its answer is what `view` takes. */
  readonly run?: (ctx: Context, input: never) => Promise<unknown>;
  /** What the use case answers, or one item of its list, in their words. */
  readonly view?: (data: never) => unknown;
}

/** What of a declaration says in which contracts it is spoken. */
export interface Spoken {
  readonly core?: Projection;
  readonly evcms?: Projection;
  readonly snake?: Projection;
  /** Fields of a body that Baybook alone has there. */
  readonly marks?: readonly string[];
}

/** The projection of a contract; none where it says the endpoint as Baybook does. */
export function projectionOf(spoken: Spoken, contract: Contract): Projection | undefined {
  if (contract === "ev-cms") return spoken.evcms;
  return contract === "baybook" ? undefined : spoken[contract];
}

/** Whether the contract answers `data` alone, without an envelope (api.md, Four contracts). */
export const isBare = (contract: Contract): boolean => contract === "core" || contract === "snake";
