import type { Endpoint } from "./endpoint";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Path under /api/v1 → its endpoints by method. `app/` has them, in `endpoints.ts` beside the routes, and hands them
 * in, because `lib/` never imports `app/` (architecture.md, Routes).
 */
export type Routes = Readonly<Record<string, Readonly<Partial<Record<Method, Endpoint>>>>>;

/** One endpoint and where it answers. */
export interface RoutedEndpoint {
  readonly path: string;
  readonly method: Method;
  readonly endpoint: Endpoint;
}

/** The endpoints of all routes, in their order. */
export function endpointsOf(routes: Routes): RoutedEndpoint[] {
  return Object.entries(routes).flatMap(([path, byMethod]) =>
    (Object.entries(byMethod) as [Method, Endpoint][]).map(([method, endpoint]) => ({
      path,
      method,
      endpoint,
    })),
  );
}
