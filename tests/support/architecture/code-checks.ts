import { type Node, Visitor } from "oxc-parser";

import { type Module, modulesOf } from "./modules";
import type { Check, Project } from "./project";
import { partOf, roomOf } from "./rooms";

/** Rules get the time and the settings from their context: rooms, and the ground they stand on. */
const isRuled = (path: string) =>
  roomOf(path) !== undefined || /^lib\/(core|words)$/.test(partOf(path));

/** No rule reads the wall clock; `lib/core/clock.ts` is where it is read. */
export const wallClock: Check = (project) =>
  ruledModules(project).flatMap((module) => {
    if (module.path === "lib/core/clock.ts") return [];
    const found: string[] = [];
    new Visitor({
      NewExpression: ({ callee, arguments: given }) => {
        if (isName(callee, "Date") && given.length === 0) found.push("new Date()");
      },
      CallExpression: ({ callee }) => {
        if (isName(callee, "Date")) found.push("Date()");
      },
      MemberExpression: (member) => {
        if (isMember(member, "Date", "now")) found.push("Date.now");
        if (isMember(member, "Temporal", "Now")) found.push("Temporal.Now");
        if (isMember(member, "performance", "now")) found.push("performance.now");
      },
    }).visit(module.program);
    return found.map((what) => `${module.path}: ${what}: the time comes from ctx.clock`);
  });

/** No rule reads the environment; `lib/process/wiring.ts` does, once. */
export const environment: Check = (project) =>
  ruledModules(project).flatMap((module) => {
    const imported = module.imports.some(({ specifier }) => /^(node:)?process$/.test(specifier));
    let read = imported;
    new Visitor({
      MemberExpression: (member) => {
        if (isMember(member, "process", "env") || isMember(member, "globalThis", "process")) {
          read = true;
        }
      },
      VariableDeclarator: ({ init }) => {
        if (isName(init, "process")) read = true;
      },
    }).visit(module.program);
    return read ? [`${module.path}: reads the environment: it comes with ctx.config`] : [];
  });

/**
 * On which local day an instant falls is told by Node alone (`lib/core/local-days.ts`): the database's zone data may
 * be of another release, and a zone that it does not know takes a whole statement down.
 */
export const zonesInSql: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!/^(app|components|db|lib|scripts)\//.test(path)) return [];
    const found: string[] = [];
    const read = (text: string) => {
      const [name] = /\bat\s+time\s+zone\b|\btimezone\s*\(/i.exec(text) ?? [];
      if (name) found.push(name);
    };
    new Visitor({
      TemplateElement: ({ value }) => read(value.raw),
      Literal: ({ value }) => read(typeof value === "string" ? value : ""),
    }).visit(program);
    return found.map((name) => `${path}: ${name}: local days come from lib/core/local-days.ts`);
  });

/**
 * Text that comes in is read in one way (docs/decisions/text.md): a schema's by `lib/core/fields`, where `trim()` would
 * leave what cannot be seen and what is not composed; and what is searched for by `lib/core/found-by.ts`.
 */
export const typedText: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!/^(app|lib)\//.test(path) || /^lib\/core\/(fields\/[a-z]+|found-by)\.ts$/.test(path))
      return [];
    const found: string[] = [];
    new Visitor({
      CallExpression: ({ callee }) => {
        if (isName(callee, "like") || isName(callee, "ilike")) found.push("like");
        if (callee.type !== "MemberExpression" || !isTrim(callee.property)) return;
        if (beginsWithZodString(callee.object)) found.push("z.string().trim()");
      },
      TemplateElement: ({ value }) => {
        if (/\bi?like\s*$/i.test(value.raw)) found.push("like");
      },
    }).visit(program);
    return found.map(
      (name) => `${path}: ${name}: typed text is read by lib/core/fields and found-by.ts`,
    );
  });

const isTrim = (property: Node) => isName(property, "trim");

/** Whether the expression is `z.string()`, or goes on from it. */
function beginsWithZodString(node: Node): boolean {
  if (node.type === "CallExpression") return beginsWithZodString(node.callee);
  if (node.type !== "MemberExpression") return false;
  return isMember(node, "z", "string") || beginsWithZodString(node.object);
}

/** What speaks to the outside; types of it do not. */
const NETWORK =
  /^(node:)?(https?|http2|net|tls|dgram|dns)(\/promises)?$|^(nodemailer|undici|ws|got|axios|mqtt|web-push|kafkajs|@nats-io\/[a-z-]+)$/;

/** `askOutside`, and what asks by it alone. */
const ASKING = ["askOutside", "postOutside", "askService"];

/** Whoever only listens asks nobody. */
const isDoor = (names: readonly string[]) =>
  names.length > 0 && names.every((name) => name === "createServer");

/**
 * Rooms and what carries them reach the outside through `askOutside` alone, which refuses inside a transaction
 * (architecture.md, Concurrency): `fetch` is called inside its call, and a file that has a network library uses it.
 */
export const outside: Check = (project) =>
  [...modulesOf(project).values()].flatMap((module) => {
    if (!module.path.startsWith("lib/")) return [];
    let [depth, asks] = [0, false];
    const found: string[] = [];
    const isAsking = (callee: Node) => ASKING.some((name) => isName(callee, name));
    new Visitor({
      CallExpression: ({ callee }) => {
        if (isAsking(callee)) [depth, asks] = [depth + 1, true];
      },
      "CallExpression:exit": ({ callee }) => {
        if (isAsking(callee)) depth -= 1;
      },
      Identifier: ({ name }) => {
        if (name === "fetch" && depth === 0) found.push("fetch");
      },
    }).visit(module.program);
    const libraries = module.imports.filter(
      ({ specifier, typeOnly, names }) => !typeOnly && NETWORK.test(specifier) && !isDoor(names),
    );
    if (!asks) found.push(...libraries.map(({ specifier }) => specifier));
    return found.map((what) => `${module.path}: ${what}: the outside is asked through askOutside`);
  });

/** Where Next, a tool or a test runner asks for a default export. */
const MAY_DEFAULT =
  /^(app\/|[^/]+\.config\.(ts|mjs)$|proxy\.ts$|lib\/http\/intl-request\.ts$|tests\/support\/[a-z-]+-setup\.ts$)/;

/** A thing has one name, everywhere. */
export const defaultExports: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, hasDefaultExport }) =>
    hasDefaultExport && !MAY_DEFAULT.test(path) ? [`${path}: has a default export`] : [],
  );

/**
 * No file needs itself to be understood first. Types count: what describes one another cannot be read, moved or
 * replaced alone.
 */
export const cycles: Check = (project) => {
  const modules = modulesOf(project);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || done.has(path)) return;
    for (const { file } of modules.get(path)?.imports ?? []) {
      if (file) walk(file, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of modules.keys()) walk(path, []);
  return found;
};

function ruledModules(project: Project): Module[] {
  return [...modulesOf(project).values()].filter(({ path }) => isRuled(path));
}

function isName(node: Node | null | undefined, name: string): boolean {
  return node?.type === "Identifier" && node.name === name;
}

/** `object.name`, or `object["name"]`. */
function isMember(node: Node, object: string, name: string): boolean {
  if (node.type !== "MemberExpression" || !isName(node.object, object)) return false;
  const { property } = node;
  return isName(property, name) || (property.type === "Literal" && property.value === name);
}
