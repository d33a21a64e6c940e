import { describe, expect, test } from "vitest";

import { projectOf, readProject } from "../support/architecture/project";
import { listedRoutes, routes } from "../support/architecture/route-checks";

test("every route of v1 is an endpoint, and every other one is listed with a reason", () => {
  expect(routes(readProject())).toEqual([]);
  expect(listedRoutes(readProject())).toEqual([]);
});

const imports = `import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
`;
const said = (code: string, path = "app/api/v1/stations/route.ts") =>
  routes(projectOf({ "lib/http/endpoint.ts": "", "lib/http/other-methods.ts": "", [path]: code }));

describe("the check sees what is planted", () => {
  test.for([
    "export async function GET() { return Response.json(await all()); }",
    "export function HEAD() {}",
    "export const GET = async () => Response.json(1);",
    "export let POST = async () => Response.json(1);",
    "export const GET = wrapped(endpoint({ run }));",
    "const GET = endpoint({ run }); export { GET };",
    "const answer = () => 1; export { answer as DELETE };",
    'export { serve as GET } from "@/lib/http/serve";',
    'export * from "@/lib/http/serve";',
    "export const { GET } = handlers;",
    "export const { get: GET } = makeHandlers();",
  ])("%s", (code) => expect(said(imports + code)).toHaveLength(1));

  test("an endpoint() of another's", () => {
    expect(said("const endpoint = (a) => a.run; export const GET = endpoint({ run });")).toEqual([
      "app/api/v1/stations/route.ts: GET is no endpoint(…) of lib/http",
    ]);
  });

  test.for([
    "export const GET = endpoint({ run });",
    "const GET = 1; export const { POST, PUT, PATCH, DELETE } = otherMethods({ GET });",
    'export const dynamic = "force-dynamic";',
  ])("not %s", (code) => expect(said(imports + code)).toEqual([]));

  test("a route outside v1 that nobody gave a reason for", () => {
    const code = "export const GET = () => 1;";
    expect(said(code, "app/api/secret/route.ts")).toHaveLength(1);
    expect(said(code, "app/api/metrics/route.ts")).toEqual([]);
    expect(listedRoutes(projectOf({}))).toContain(
      "app/api/metrics/route.ts: is listed, and is not there",
    );
  });
});
