import { type Node, Visitor } from "oxc-parser";

import { PERMISSIONS } from "./asking";
import { importsOf } from "./declarations";
import { modulesOf } from "./modules";
import type { Check } from "./project";
import { roomOf } from "./rooms";

const isTest = (path: string) => path.startsWith("tests/");

/** What is `Authorized` says only `lib/core/permissions.ts`: anyone else would say it of what nobody asked about. */
export const madeByAuthorize: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (isTest(path) || path === PERMISSIONS) return [];
    let count = 0;
    const look = ({ typeAnnotation }: { typeAnnotation: Node }) => {
      if (namesAuthorized(typeAnnotation)) count += 1;
    };
    new Visitor({ TSAsExpression: look, TSTypeAssertion: look }).visit(program);
    return Array.from({ length: count }, () => `${path}: only authorize() says what is Authorized`);
  });

/** Whether a type says `Authorized` anywhere. */
function namesAuthorized(type: Node): boolean {
  let found = false;
  new Visitor({
    TSTypeReference: ({ typeName }) => {
      if (typeName.type === "Identifier" && typeName.name === "Authorized") found = true;
    },
  }).visit({ type: "Program", body: [type] } as never);
  return found;
}

/** Rooms that ask what kind of actor came, each with why. */
const KINDS: Readonly<Record<string, string>> = {
  "lib/records/audit/record-audit.ts": "a record names its actor by kind",
};

/** A room asks permissions who may do what, not the actor what it is: the one table would no longer be the one. */
export const actorKinds: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!roomOf(path) || Object.hasOwn(KINDS, path)) return [];
    let count = 0;
    new Visitor({
      MemberExpression: ({ object, property }) => {
        const isKind =
          (property.type === "Identifier" && property.name === "kind") ||
          (property.type === "Literal" && property.value === "kind");
        if (isKind && isActor(object)) count += 1;
      },
      VariableDeclarator: ({ id, init }) => {
        if (id.type !== "ObjectPattern" || !init || !isActor(init)) return;
        if (id.properties.some((one) => one.type === "Property" && isNamed(one.key, "kind"))) {
          count += 1;
        }
      },
    }).visit(program);
    return Array.from({ length: count }, () => `${path}: asks the actor's kind, not a permission`);
  });

const isNamed = (node: Node, name: string) => node.type === "Identifier" && node.name === name;

/** `actor`, or `….actor`. */
function isActor(node: Node): boolean {
  return node.type === "MemberExpression"
    ? isNamed(node.property, "actor")
    : isNamed(node, "actor");
}

/** Pages, routes and actions ask use cases, and those ask for permissions: `app/` repeats no such question. */
export const askedOnce: Check = (project) =>
  [...modulesOf(project).values()].flatMap((module) => {
    const { path, program } = module;
    if (!path.startsWith("app/")) return [];
    const asks = [...importsOf(module).values()].filter(
      ({ file, name }) => file === PERMISSIONS && /^(authorize|scopeOf|openTo)$/.test(name),
    );
    const isWhole = program.body.some(
      (one) =>
        one.type === "ImportDeclaration" &&
        one.source.value.endsWith("core/permissions") &&
        one.specifiers.some(({ type }) => type === "ImportNamespaceSpecifier"),
    );
    const names = [...asks.map(({ name }) => name), ...(isWhole ? ["all permissions"] : [])];
    return names.map((name) => `${path}: imports ${name}: the use case authorizes`);
  });
