import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";

import type { Context } from "@/lib/core/context";
import { fail, type FieldError } from "@/lib/core/errors";
import { permissions, scopeOf, type Permission } from "@/lib/core/permissions";
import type { LimitName } from "@/lib/words";

import { addressOf } from "./address";
import { browserRequest, type BrowserRequest } from "./browser-context";
import { fingerprintOf, idempotencyKeyOf, once } from "./idempotency";
import { inReadersWords } from "./readers-words";
import { assertWithinLimit } from "./rate-limits";
import { describeRefusal } from "./refusal";
import { parseInput } from "./validation";

/** What a form hears: the result, or why not, so that what was typed stays and each field says its fault. */
export type ActionResult<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly errors: readonly FieldError[];
      readonly details?: Readonly<Record<string, unknown>>;
    };

/**
 * Makes a server action of a use case: the same context, limits, validation and refusals as the API. The use
 * case authorizes; here the role is asked first, so that others hear nothing of the input's faults.
 * Call it inside a `"use server"` function; `run` must return what can be serialised. Never throws, but for
 * Next's own redirects.
 */
export function action<B extends z.ZodType, T>(declared: {
  readonly permission: Permission;
  readonly body: B;
  readonly limit?: LimitName;
  /** The form brings an `idempotencyKey` of its page, so that sending it twice does it once. */
  readonly idempotent?: true;
  readonly run: (ctx: Context, body: z.output<B>) => Promise<T> | T;
}): (input: unknown) => Promise<ActionResult<T>> {
  return async (input) => {
    try {
      const request = await browserRequest();
      await admit(request, declared.permission, declared.limit);
      const { key, rest } = declared.idempotent ? takeKey(input) : { key: null, rest: input };
      const body = parseInput(declared.body, rest);
      if (key === null) return { ok: true, data: await declared.run(request.ctx, body) };
      const fingerprint = fingerprintOf("action", declared.permission, rest);
      const { result } = await once(
        request.ctx,
        { caller: callerOf(request.ctx), key, fingerprint },
        async (ctx) => ({ status: 200, headers: {}, data: await declared.run(ctx, body) }),
      );
      return { ok: true, data: result.data as T };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, ...(await inReadersWords(describeRefusal(error))) };
    }
  };
}

/** Parts the form's key from its fields. Throws where the form has none. */
function takeKey(input: unknown): { key: string; rest: unknown } {
  const { idempotencyKey, ...rest } = { ...(input as Readonly<Record<string, unknown>>) };
  const headers = new Headers();
  if (typeof idempotencyKey === "string") headers.set("idempotency-key", idempotencyKey);
  return { key: idempotencyKeyOf(headers, "required") ?? "", rest };
}

const callerOf = ({ actor }: Context) => (actor.kind === "User" ? actor.userId : actor.kind);

async function admit(
  { ctx, headers, mustChangePassword }: BrowserRequest,
  permission: Permission,
  limit: LimitName = "default",
): Promise<void> {
  await assertWithinLimit(ctx, limit, { address: addressOf(headers) });
  if (permissions[permission] === "public") return;
  scopeOf(ctx, permission);
  if (mustChangePassword && permission !== "account.self") throw fail("password.change_required");
}
