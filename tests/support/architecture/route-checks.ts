import type { Node } from "oxc-parser";

import { importsOf } from "./declarations";
import { type Module, modulesOf } from "./modules";
import { nameOf } from "./nodes";
import type { Check } from "./project";

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
const MAKERS: Readonly<Record<string, string>> = {
  endpoint: "lib/http/endpoint.ts",
  otherMethods: "lib/http/other-methods.ts",
};

/** Routes that are no endpoints, each with why. */
const OTHERS: Readonly<Record<string, string>> = {
  "app/api/v1/openapi.json/route.ts": "says what the endpoints are, to anyone",
  "app/api/v1/openapi-ev-cms.json/route.ts": "says the same in EV-CMS's words",
  "app/api/[...core]/route.ts": "answers core names by the endpoints they mean",
  "app/api/auth/[...nextauth]/route.ts": "next-auth's own, and a core name among them",
  "app/api/docs/route.ts": "the reader of the API's description, to anyone",
  "app/api/docs/[file]/route.ts": "the files of that reader",
  "app/api/health/route.ts": "is asked by machines that have no login",
  "app/api/health/ready/route.ts": "is asked by machines that have no login",
  "app/api/live/route.ts": "a stream, which asks for permissions as it goes on",
  "app/api/metrics/route.ts": "is asked by machines, with a token of its own",
  "app/api/test/clock/route.ts": "is there for tests alone",
  "app/api/test/jobs/[name]/route.ts": "is there for tests alone",
  "app/api/test/nothing/route.ts": "is there for benches alone",
};

/**
 * Whatever answers under /api/v1 is an `endpoint(…)`, or says with `otherMethods(…)` that there is none: from its
 * declaration come authentication, validation, the description and the rows of the tests. What it exports under a
 * method's name is written as `export const`, as the registry's program reads it.
 */
export const routes: Check = (project) =>
  [...modulesOf(project).values()].flatMap((module) => {
    const { path } = module;
    if (!/^app\/(.*\/)?route\.tsx?$/.test(path) || Object.hasOwn(OTHERS, path)) return [];
    if (!path.startsWith("app/api/v1/")) {
      return path.startsWith("app/api/")
        ? [`${path}: lies outside v1, and no reason is listed`]
        : [];
    }
    return faultsOf(module).map((fault) => `${path}: ${fault}`);
  });

/** A listed route that is gone is a reason for nothing. */
export const listedRoutes: Check = (project) =>
  Object.keys(OTHERS)
    .filter((path) => !project.has(path))
    .map((path) => `${path}: is listed, and is not there`);

function faultsOf(module: Module): string[] {
  const imported = importsOf(module);
  const isMadeBy = (node: Node | null, maker: string): boolean => {
    if (node?.type !== "CallExpression" || node.callee.type !== "Identifier") return false;
    const { file, name } = imported.get(node.callee.name) ?? {};
    return node.callee.name === maker && name === maker && file === MAKERS[maker];
  };
  return module.program.body.flatMap((statement): string[] => {
    if (statement.type === "ExportAllDeclaration") return ["exports what another file has"];
    if (statement.type !== "ExportNamedDeclaration") return [];
    const { declaration, specifiers } = statement;
    const passedOn = specifiers.map(({ exported }) => nameOf(exported));
    if (declaration?.type === "FunctionDeclaration") passedOn.push(declaration.id?.name ?? "");
    const made = declaration?.type === "VariableDeclaration" ? declaration.declarations : [];
    return [
      ...passedOn.filter((name) => METHOD.test(name)),
      ...made.flatMap(({ id, init }) => {
        if (id.type === "Identifier") {
          return METHOD.test(id.name) && !isMadeBy(init, "endpoint") ? [id.name] : [];
        }
        return isMadeBy(init, "otherMethods")
          ? []
          : boundBy(id).filter((name) => METHOD.test(name));
      }),
    ].map((name) => `${name} is no endpoint(…) of lib/http`);
  });
}

/** The names that a pattern gives. */
function boundBy(pattern: Node): string[] {
  if (pattern.type !== "ObjectPattern") return [];
  return pattern.properties.flatMap((one) => {
    const { type } = one;
    const value = type === "Property" ? one.value : one.argument;
    return value.type === "Identifier" ? [value.name] : [];
  });
}
