import { resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { endpoints } from "@/app/api/v1/endpoints";
import type { Method, Routes } from "@/lib/http/routes";

const routes: Routes = endpoints;
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const satisfies readonly Method[];

type Handler = (request: Request, context: unknown) => Promise<Response>;

/** The route file as Next reads it. */
async function routeFile(path: string): Promise<Partial<Record<string, Handler>>> {
  const folder = path.replaceAll(/\{(\w+)\}/g, "[$1]");
  return import(/* @vite-ignore */ resolve(`app/api/v1${folder}/route.ts`));
}

describe.each(Object.keys(routes))("%s", (path) => {
  const own = Object.keys(routes[path] ?? {});
  const others = methods.filter((method) => !own.includes(method));

  it(`405: ${others.join(", ")}, with the methods that it has`, async () => {
    const file = await routeFile(path);
    for (const method of others) {
      const request = new Request(`http://baybook.test/api/v1${path}`, { method });
      const answer = await file[method]?.(request, { params: Promise.resolve({}) });
      expect(answer?.headers.get("allow")?.split(", ").toSorted(), method).toEqual(own.toSorted());
      expect(await answer?.json()).toMatchObject({
        success: false,
        statusCode: 405,
        error: "MethodNotAllowed",
        code: "request.method",
        requestId: expect.any(String),
      });
    }
    const asked = await file.OPTIONS?.(new Request("http://baybook.test"), {});
    expect(asked?.status).toBe(204);
  });
});
