import { contracts, type Contract } from "@/lib/core/contract";

import { projectionOf } from "./contracts/projection";
import type { Endpoint } from "./endpoint";
import { methodNotAllowed, nothingHere } from "./refusal";
import { endpointsOf, type Method, type Routes } from "./routes";

interface Name {
  readonly method: Method;
  readonly parts: readonly string[];
  /** The contracts that have the name, the usual one first. */
  readonly offered: [Contract, ...Contract[]];
  /** The path under /api/v1 of the same endpoint. */
  readonly path: string;
  readonly endpoint: Endpoint;
}

/** Every name under /api that declarations give themselves in other contracts. */
function namesOf(routes: Routes): readonly Name[] {
  return endpointsOf(routes).flatMap(({ path, method, endpoint }) => {
    const named = new Map<string, Name>();
    for (const contract of contracts) {
      const names = projectionOf(endpoint.declaration, contract)?.names ?? [];
      for (const name of [names].flat()) {
        const known = named.get(name.toLowerCase());
        if (known) known.offered.push(contract);
        else {
          const parts = name.split("/");
          named.set(name.toLowerCase(), { method, parts, offered: [contract], path, endpoint });
        }
      }
    }
    return [...named.values()];
  });
}

/**
 * Makes the handler of all that lies under /api in no file of its own: the names of the product's first contract and
 * of the snake_case one, which answer `data` alone, in any letter case (api.md, Four contracts). A name that is not
 * known is 404, a known one with another method 405.
 */
export function coreNamesHandler(routes: Routes): (request: Request) => Promise<Response> {
  const names = namesOf(routes);
  return async (request) => {
    const segments = decoded(new URL(request.url).pathname.split("/").slice(2));
    const found = names.flatMap((name) => {
      const params = segments && match(name.parts, segments);
      return params ? [{ ...name, params }] : [];
    });
    if (found.length === 0) return nothingHere(request);
    // A name that is spelled out wins over one with a parameter in its place.
    found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
    const asked = request.method === "HEAD" ? "GET" : request.method;
    const chosen = found.find(({ method }) => method === asked);
    if (chosen) {
      const { params, offered } = chosen;
      const path = `/api/v1${filled(chosen.path, params)}`;
      return chosen.endpoint.answerAs(request, params, { offered, path });
    }
    const methods = [...new Set(found.map(({ method }) => method))];
    return request.method === "OPTIONS"
      ? new Response(null, { status: 204, headers: { Allow: methods.join(", ") } })
      : methodNotAllowed(methods, request);
  };
}

/** The path's parts as they are meant; null where one cannot be read, which names nothing. */
function decoded(parts: readonly string[]): string[] | null {
  try {
    return parts.map((part) => decodeURIComponent(part));
  } catch {
    return null;
  }
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
