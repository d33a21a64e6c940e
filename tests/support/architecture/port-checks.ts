import { type Node, Visitor } from "oxc-parser";

import { type Module, modulesOf } from "./modules";
import type { Check, Project } from "./project";
import { mayAsk, roomOf } from "./rooms";

const CONTEXT = "lib/core/context";
/** What the ground itself asks of rooms. */
const GROUND_PORTS = "lib/core/ports.ts";

/** What each room's `ports.ts` adds to `Ports`: the question's name → the rooms that declare it. */
function declaredPorts(project: Project): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const one of modulesOf(project).values()) {
    const room = roomOf(one.path);
    if (!room || one.path !== `lib/${room}/ports.ts`) continue;
    for (const name of portsIn(one)) found.set(name, [...(found.get(name) ?? []), room]);
  }
  return found;
}

function portsIn({ program }: Module): string[] {
  const names: string[] = [];
  new Visitor({
    TSInterfaceDeclaration: ({ id, body }) => {
      if (id.name !== "Ports") return;
      for (const member of body.body) {
        const hasKey = member.type === "TSMethodSignature" || member.type === "TSPropertySignature";
        if (hasKey && member.key.type === "Identifier") names.push(member.key.name);
      }
    },
  }).visit(program);
  return names;
}

/**
 * A question to a higher room is declared once, in the `ports.ts` of the lowest room that asks it, which holds types
 * alone, so that nothing is in a circle; the room and those above it ask it.
 */
export const ports: Check = (project) => {
  const declared = declaredPorts(project);
  const twice = [...declared].flatMap(([name, rooms]) =>
    rooms.length > 1 ? [`lib/${rooms[1]}/ports.ts: ${name} is declared by ${rooms[0]} too`] : [],
  );
  return [
    ...twice,
    ...[...modulesOf(project).values()].flatMap((module) => portFaults(project, module, declared)),
  ];
};

function portFaults(
  project: Project,
  module: Module,
  declared: ReadonlyMap<string, readonly string[]>,
): string[] {
  const { path, program } = module;
  const room = roomOf(path);
  const faults: string[] = [];
  if (path.startsWith("tests/")) return faults;
  const isPorts = path === GROUND_PORTS || (room !== undefined && path === `lib/${room}/ports.ts`);
  if (isPorts && program.body.some((one) => !isType(one)))
    faults.push(`${path}: holds more than types`);
  if (!isPorts && portsIn(module).length > 0)
    faults.push(`${path}: declares ports outside ports.ts`);
  new Visitor({
    MemberExpression: ({ object, property }) => {
      if (!room || property.type !== "Identifier" || !isPortsOf(object)) return;
      const [owner] = declared.get(property.name) ?? [];
      if (owner && (owner === room || mayAsk(project, room, owner))) return;
      faults.push(`${path}: asks ${property.name}, which neither it nor a lower room declares`);
    },
  }).visit(program);
  return faults;
}

/** `ctx.ports`. */
const isPortsOf = (node: Node) =>
  node.type === "MemberExpression" &&
  node.property.type === "Identifier" &&
  node.property.name === "ports";

function isType(statement: Node): boolean {
  if (statement.type === "ImportDeclaration") return statement.importKind === "type";
  if (statement.type === "ExportNamedDeclaration") {
    return (
      statement.declaration?.type === "TSInterfaceDeclaration" || statement.exportKind === "type"
    );
  }
  return (
    statement.type === "TSModuleDeclaration" &&
    statement.id.type === "Literal" &&
    statement.id.value === `@/${CONTEXT}`
  );
}
