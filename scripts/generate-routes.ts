import { globSync, readFileSync, writeFileSync } from "node:fs";

import { format, resolveConfig } from "prettier";

const target = "lib/http/routes.ts";

/** The registry's source, from the route files there are: path, methods, module. */
export async function routesSource(): Promise<string> {
  const files = globSync("app/api/v1/**/route.ts").filter((file) => !file.includes("openapi.json"));
  const routes = files.toSorted().map((file, index) => ({
    name: `route${index + 1}`,
    file: file.replace(/\.ts$/, ""),
    path: file.replace(/^app\/api\/v1(.*)\/route\.ts$/, "$1").replaceAll(/\[(\w+)\]/g, "{$1}"),
    methods: [
      ...readFileSync(file, "utf8").matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g),
    ].map((match) => match[1]),
  }));
  const source = `// Written by \`npm run generate:routes\`: every route under /api/v1 and the endpoints it declares.
${routes.map(({ name, file }) => `import * as ${name} from "@/${file}";`).join("\n")}
import type { Endpoint } from "./endpoint";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Path under /api/v1 → its endpoints by method. */
export const routes: Readonly<Record<string, Readonly<Partial<Record<Method, Endpoint>>>>> = {
${routes
  .map(
    ({ name, path, methods }) =>
      `"${path}": { ${methods.map((method) => `${method}: ${name}.${method}`).join(", ")} },`,
  )
  .join("\n")}
};
`;
  return format(source, { ...(await resolveConfig(target)), filepath: target });
}

if (process.argv[1]?.endsWith("generate-routes.ts")) {
  writeFileSync(target, await routesSource());
}
