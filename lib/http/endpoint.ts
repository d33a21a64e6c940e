import type { z } from "zod";

import type { AnyDeclaration, Declaration } from "./declaration";
import { answer } from "./answer";
import type { Called } from "./run-declared";
import { largestUpload } from "./body-limits";

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/** A route handler that still knows what it was declared as. */
export interface Endpoint extends Handler {
  readonly declaration: AnyDeclaration;
  /** The same endpoint by another of its names, in the contracts that have that name. */
  readonly answerAs: (
    request: Request,
    params: Record<string, string>,
    called: Called,
  ) => Promise<Response>;
}

/**
 * Makes a route handler of a declaration (architecture.md, Rooms): authentication, permission, limits,
 * validation, idempotency, the envelope and every refusal's form come from here, and the rules from `run`.
 */
export function endpoint<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
  L extends boolean | undefined = undefined,
  K = undefined,
>(declared: Declaration<P, Q, B, R, L, K>): Endpoint {
  const declaration: AnyDeclaration = declared;
  if ((declared.idempotent === "steps") !== (declared.outcome !== undefined)) {
    throw new Error(`${declared.summary}: in steps, and only there, an outcome is declared.`);
  }
  if ((declared.upload?.maxBytes ?? 0) > largestUpload) {
    throw new Error(
      `${declared.summary}: the edge lets no file in that is larger than ${largestUpload} bytes.`,
    );
  }
  const answerAs: Endpoint["answerAs"] = (request, params, called) =>
    answer(declaration, request, params, called);
  const handler: Handler = async (request, context) => {
    const given = await context.params;
    const params = Object.fromEntries(
      Object.entries(given ?? {}).map(([name, value]) => [name, String(value ?? "")]),
    );
    return answerAs(request, params, { offered: ["baybook", "ev-cms"] });
  };
  return Object.assign(handler, { declaration, answerAs });
}
