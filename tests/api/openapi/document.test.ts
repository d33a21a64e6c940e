import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, it } from "vitest";

import { permissions } from "@/lib/core/permissions";
import { openApiDocument } from "@/lib/http/openapi";
import { routes } from "@/lib/http/routes";
import { routesSource } from "@/scripts/generate-routes";
import { readFileSync } from "node:fs";

type Operation = { operationId: string; summary: string; responses: Record<string, unknown> };
const document = openApiDocument("http://baybook.test") as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    await expect(SwaggerParser.validate(structuredClone(document) as never)).resolves.toBeTruthy();
  });

  it("describes every endpoint that is declared, each under a name of its own", () => {
    const declared = Object.values(routes).reduce(
      (sum, route) => sum + Object.keys(route).length,
      0,
    );
    expect(operations).toHaveLength(declared);
    expect(declared).toBeGreaterThan(60);
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it("knows of no endpoint without a permission", () => {
    for (const route of Object.values(routes)) {
      for (const endpoint of Object.values(route)) {
        expect(Object.keys(permissions)).toContain(endpoint.declaration.permission);
      }
    }
  });
});

describe("the registry of routes", () => {
  it("is what `npm run generate:routes` writes for the routes there are", async () => {
    expect(readFileSync("lib/http/routes.ts", "utf8")).toBe(await routesSource());
  });
});
