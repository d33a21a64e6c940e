import { globSync, readFileSync } from "node:fs";

import { formatted } from "./format";

const folder = "app/api/v1";
const name = "endpoints.ts";
const pathsFile = "app/api/paths.ts";
const note =
  "// Written by `npm run generate`, which a test asks for whenever a route comes or goes.";

interface Route {
  /** The first part of the path, such as `bookings`. */
  readonly resource: string;
  /** As the API's paths are written: `/bookings/{id}`. */
  readonly path: string;
  /** The route's module, from the registry beside it. */
  readonly module: string;
  readonly methods: readonly string[];
}

/**
 * The registry's files by path, from the route files there are: `endpoints.ts` in the folder of each resource, with
 * the endpoints of its routes, and one beside those folders that puts the resources together.
 */
export async function registryFiles(): Promise<Record<string, string>> {
  const routes = globSync(`${folder}/**/route.ts`)
    .filter((file) => !/openapi(-ev-cms)?\.json/.test(file))
    .toSorted()
    .map(routeOf);
  const resources = [...new Set(routes.map(({ resource }) => resource))];
  const files = [
    [`${folder}/${name}`, sourceOfAll(resources)],
    [pathsFile, sourceOfPaths()],
    ...resources.map((resource) => [
      `${folder}/${resource}/${name}`,
      sourceOf(
        resource,
        routes.filter((route) => route.resource === resource),
      ),
    ]),
  ] as const;
  const written = files.map(async ([file = "", source = ""]) => [
    file,
    await formatted(file, source),
  ]);
  return Object.fromEntries(await Promise.all(written));
}

/** Every address under /api that has a file of its own, but for those that take whatever lies under them. */
function sourceOfPaths(): string {
  const paths = globSync("app/api/**/route.ts")
    .map((file) => file.replaceAll("\\", "/").slice("app".length, -"/route.ts".length))
    .filter((path) => !path.includes("[..."))
    .map((path) => path.replaceAll(/\[(\w+)\]/g, "{$1}"))
    .toSorted();
  return `${note}

/** The addresses under /api as they are spelled here; the edge finds them in any letter case. */
export const apiPaths = ${JSON.stringify(paths)};
`;
}

function routeOf(file: string): Route {
  const inside = file.replaceAll("\\", "/").slice(folder.length + 1, -"/route.ts".length);
  const [resource = "", ...rest] = inside.split("/");
  return {
    resource,
    path: `/${inside.replaceAll(/\[(\w+)\]/g, "{$1}")}`,
    module: `./${[...rest, "route"].join("/")}`,
    methods: [
      ...readFileSync(file, "utf8").matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g),
    ].map(([, method = ""]) => method),
  };
}

function sourceOf(resource: string, routes: readonly Route[]): string {
  return `${note}
import type { Routes } from "@/lib/http/routes";

${routes.map(({ module }, index) => `import * as route${index + 1} from "${module}";`).join("\n")}

/** Path under /api/v1 → its endpoints by method. */
export const ${variableOf(resource)} = {
${routes
  .map(({ path, methods }, index) => {
    const own = methods.map((method) => `${method}: route${index + 1}.${method}`);
    return `"${path}": { ${own.join(", ")} },`;
  })
  .join("\n")}
} as const satisfies Routes;
`;
}

function sourceOfAll(resources: readonly string[]): string {
  return `${note}
${resources.map((resource) => `import { ${variableOf(resource)} } from "./${resource}/endpoints";`).join("\n")}

/** Every endpoint of the API: path under /api/v1 → method → endpoint. */
export const endpoints = {
${resources.map((resource) => `...${variableOf(resource)},`).join("\n")}
};
`;
}

/** What the code calls a resource's endpoints: `charge-points` → `chargePointsEndpoints`. */
function variableOf(resource: string): string {
  return `${resource.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Endpoints`;
}
