import { fail } from "@/lib/core/errors";

import type { Endpoint } from "./endpoint";
import { errorResponse, methodNotAllowed, strangerOf } from "./refusal";
import { endpointsOf, type Method, type Routes } from "./routes";

interface CoreName {
  readonly method: Method;
  readonly parts: readonly string[];
  /** The path under /api/v1 of the same endpoint. */
  readonly path: string;
  readonly endpoint: Endpoint;
}

/** Every core name that a declaration gives itself. */
function coreNamesOf(routes: Routes): readonly CoreName[] {
  return endpointsOf(routes).flatMap(({ path, method, endpoint }) =>
    [endpoint.declaration.core ?? []].flat().map((name) => ({
      method,
      parts: name.split("/"),
      path,
      endpoint,
    })),
  );
}

/**
 * Makes the handler of the names under /api of the product's first contract: letter case ignored, with `data` alone
 * as the body (api.md, Core endpoints). A name that is not known is 404, a known one with another method 405.
 */
export function coreNamesHandler(routes: Routes): (request: Request) => Promise<Response> {
  const names = coreNamesOf(routes);
  return async (request) => {
    const segments = new URL(request.url).pathname
      .split("/")
      .slice(2)
      .map((part) => decodeURIComponent(part));
    const found = names.flatMap((name) => {
      const params = match(name.parts, segments);
      return params ? [{ ...name, params }] : [];
    });
    // A name that is spelled out wins over one with a parameter in its place.
    found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
    const chosen = found.find(({ method }) => method === request.method);
    if (chosen) {
      const path = `/api/v1${filled(chosen.path, chosen.params)}`;
      return chosen.endpoint.answerAs(request, chosen.params, { envelope: "bare", path });
    }
    if (found.length === 0) return errorResponse(fail("request.not_found"), strangerOf(request));
    return methodNotAllowed(
      found.map(({ method }) => method),
      strangerOf(request),
    );
  };
}

function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
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
