import { newId } from "@/lib/core/ids";
import { fail } from "@/lib/core/errors";

import type { Endpoint } from "./endpoint";
import { errorResponse, methodNotAllowed } from "./refusal";
import { routes, type Method } from "./routes";

interface CoreName {
  readonly method: Method;
  readonly parts: readonly string[];
  readonly endpoint: Endpoint;
}

let names: readonly CoreName[] | undefined;

/** Every core name that a declaration gives itself, once. */
function coreNames(): readonly CoreName[] {
  return (names ??= Object.values(routes).flatMap((route) =>
    (Object.entries(route) as [Method, Endpoint][]).flatMap(([method, endpoint]) =>
      [endpoint.declaration.core ?? []].flat().map((name) => ({
        method,
        parts: name.split("/"),
        endpoint,
      })),
    ),
  ));
}

/**
 * Answers the names under /api of the product's first contract, letter case ignored, with `data` alone as the
 * body (api.md, Core endpoints). A name that is not known is 404, a known one with another method 405.
 */
export async function dispatchCore(request: Request): Promise<Response> {
  const segments = new URL(request.url).pathname
    .split("/")
    .slice(2)
    .map((part) => decodeURIComponent(part));
  const found = coreNames().flatMap((name) => {
    const params = match(name.parts, segments);
    return params ? [{ ...name, params }] : [];
  });
  // A name that is spelled out wins over one with a parameter in its place.
  found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  const chosen = found.find(({ method }) => method === request.method);
  if (chosen) return chosen.endpoint.answerAs(request, chosen.params, "bare");
  if (found.length === 0) return errorResponse(fail("request.not_found"), newId());
  return methodNotAllowed(found.map(({ method }) => method));
}

function match(
  parts: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  if (parts.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    const parameter = /^\{(\w+)\}$/.exec(part)?.[1];
    if (parameter) params[parameter] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return null;
  }
  return params;
}
