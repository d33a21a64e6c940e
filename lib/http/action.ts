import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";

import type { Context } from "@/lib/core/context";
import { isAppError, type AppError } from "@/lib/core/errors";
import { permissions, scopeOf, type Permission } from "@/lib/core/permissions";
import type { LimitName } from "@/lib/words";

import { addressOf, callerOf } from "./address";
import { assertOwnPassword } from "./authenticate";
import { browserRequest, type BrowserRequest } from "./browser-context";
import { formBody, type FormOf } from "./form-body";
import { fingerprintOf } from "./fingerprint";
import { idempotencyKeyOf, once } from "./idempotency";
import { assertSameViewer, viewerOf } from "./page-viewer";
import { assertWithinLimit } from "./rate-limits";
import { translateRefusal } from "./translate-refusal";
import { describeRefusal } from "./refusal";
import { assertTame, parseInput } from "./validation";
import type { Refusal } from "./word-refusal";

/** What a form hears: the result, or why not, so that what was typed stays and each field says its fault. */
export type ActionResult<T> =
  | { readonly ok: true; readonly data: T }
  | ({ readonly ok: false } & Refusal);

/** A use case as the browser asks for it: with its fields as values, or as a form that brings them as text. */
export type ServerAction<Fields, T = unknown> = (
  input: (Fields & { readonly viewer?: string | undefined }) | FormOf<Fields>,
) => Promise<ActionResult<T>>;

/** One that a page hands to a form or a button; what it answers beside refusals is not asked. */
export type FieldsAction<Fields> = (form: FormOf<Fields>) => Promise<ActionResult<unknown>>;

/** The page's key, with which sending a form twice does it once. */
type WithKey<Fields, Idempotent> = Idempotent extends string
  ? Fields & { readonly idempotencyKey: string }
  : Fields;

/**
 * Makes a server action of a use case: the same context, limits, validation and refusals as the API. The use
 * case authorizes; here the role is asked first, so that others hear nothing of the input's faults. A form is read
 * by the body's schema (`formBody`). A `"use server"` file exports it as it is, or calls it in a function that
 * leads on from there; `run` must return what can be serialised. Never throws, but for Next's own redirects.
 */
export function action<
  B extends z.ZodType,
  T,
  Idempotent extends string | undefined = undefined,
>(declared: {
  readonly permission: Permission;
  readonly body: B;
  readonly limit?: LimitName;
  /**
   * The form brings an `idempotencyKey` of its page, so that sending it twice does it once. What it does is named
   * here, such as `bookings.create`: the same key for something else is refused.
   */
  readonly idempotent?: Idempotent;
  readonly run: (ctx: Context, body: z.output<B>) => Promise<T> | T;
  /**
   * What a refusal of `run` leaves behind, in transactions of its own; what it throws itself is what the form hears.
   */
  readonly refused?: (ctx: Context, body: z.output<B>, refusal: AppError) => Promise<void>;
}): ServerAction<WithKey<z.input<B>, Idempotent>, T> {
  return async (input) => {
    try {
      const request = await browserRequest();
      await admit(request, declared.permission, declared.limit, viewerOf(input));
      const { key, fields } = keyAndFields(declared, input);
      const body = parseInput(declared.body, fields);
      const run = async (ctx: Context) => declared.run(ctx, body);
      const refused = async (error: unknown): Promise<never> => {
        if (isAppError(error)) await declared.refused?.(request.ctx, body, error);
        throw error;
      };
      if (key === null) return { ok: true, data: await run(request.ctx).catch(refused) };
      const fingerprint = fingerprintOf(
        { method: "action", path: declared.idempotent ?? "", body: fields },
        request.ctx.config.accessTokenKeys,
      );
      const { result } = await once(
        request.ctx,
        { caller: callerOf(request.ctx, request.headers), key, fingerprint },
        async (ctx) => ({ status: 200, headers: {}, data: await run(ctx) }),
      ).catch(refused);
      return { ok: true, data: result.data };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, ...(await translateRefusal(describeRefusal(error))) };
    }
  };
}

/** What was sent, and apart from it the page's key, null where none is asked for. Throws where one is and lacks. */
function keyAndFields(
  { body, idempotent }: { readonly body: z.ZodType; readonly idempotent?: string },
  input: unknown,
): { key: string | null; fields: unknown } {
  if (input instanceof FormData) {
    const fields = formBody(body, input);
    return { key: idempotent ? requiredKey(input.get("idempotencyKey")) : null, fields };
  }
  assertTame(input);
  const { viewer: _viewer, ...named } = { ...(input as Readonly<Record<string, unknown>>) };
  const isNamed = typeof input === "object" && input !== null && !Array.isArray(input);
  if (!idempotent) return { key: null, fields: isNamed ? named : input };
  const { idempotencyKey, ...fields } = named;
  return { key: requiredKey(idempotencyKey), fields };
}

function requiredKey(given: unknown): string {
  const headers = new Headers();
  if (typeof given === "string") headers.set("idempotency-key", given);
  return idempotencyKeyOf(headers, "required") ?? "";
}

async function admit(
  { ctx, headers, mustChangePassword }: BrowserRequest,
  permission: Permission,
  limit: LimitName = "default",
  viewer?: string,
): Promise<void> {
  await assertWithinLimit(ctx, limit, { address: addressOf(headers) });
  if (permissions[permission] === "public") return;
  assertSameViewer(ctx, viewer);
  scopeOf(ctx, permission);
  assertOwnPassword({ mustChangePassword }, permission);
}
