import { type Node, Visitor } from "oxc-parser";

import { type Module, modulesOf } from "./modules";
import type { Check, Project } from "./project";
import { mayAsk, partOf, roomOf, roomsOf } from "./rooms";

/** Tables of parts that are no room: any part of the ground may write them. */
const TABLES_OF: Readonly<Record<string, string>> = { http: "lib/http", jobs: "lib/jobs" };
const GROUND = ["lib/http", "lib/jobs", "lib/process"];

/** What reads tables of others, each with why; it writes none of them. */
const READERS: Readonly<Record<string, { readonly tables: readonly string[]; why: string }>> = {
  "lib/jobs/read-health.ts": {
    tables: ["audit", "notifications", "outbox"],
    why: "counts what waits in every queue, for whoever operates this",
  },
};

/**
 * A store writes its own room's tables, and reads those of lower rooms besides; the search for stations reads
 * slots too (docs/decisions/rooms-write-their-own-tables.md). What lies under the rooms has tables of its own, and
 * neither writes nor reads a room's. Sees Drizzle's calls, and SQL that names the table as a value.
 */
export const ownTables: Check = (project) =>
  [...modulesOf(project).values()].flatMap((module) => {
    const room = roomOf(module.path);
    const isGround = GROUND.includes(partOf(module.path));
    return room || isGround ? foreignTables(project, module, room) : [];
  });

function foreignTables(project: Project, module: Module, room: string | undefined): string[] {
  const { path } = module;
  const faults: string[] = [];
  const foreign = new Set<string>();
  for (const { file, names, typeOnly } of module.imports) {
    const [, tables] = /^db\/schema\/([a-z-]+)\.ts$/.exec(file ?? "") ?? [];
    if (!tables || tables === "columns" || typeOnly) continue;
    const owner = ownerOf(project, tables);
    const isOwn = room === undefined ? Object.hasOwn(TABLES_OF, tables) : owner === room;
    if (isOwn) continue;
    for (const name of names) foreign.add(name);
    const mayRead =
      room === undefined
        ? READERS[path]?.tables.includes(tables)
        : (owner && mayAsk(project, room, owner)) ||
          (room === "sites/stations" && tables === "schedules");
    if (!mayRead) faults.push(`${path}: reads the tables of ${TABLES_OF[tables] ?? tables}`);
  }
  return [
    ...faults,
    ...writtenBy(module)
      .filter((name) => foreign.has(name))
      .map((name) => `${path}: writes ${name}, a table of another room`),
  ];
}

/** The room whose tables a file of `db/schema` has: its own name's, or that of the first words of it (`stations-images`). */
const ownerOf = (project: Project, tables: string) =>
  roomsOf(project).find((name) => `${tables}-`.startsWith(`${name.split("/").at(-1)}-`));

/** The tables, or the names that all of them were imported by, that a module writes. */
function writtenBy({ program }: Module): string[] {
  const found: (string | undefined)[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [table] }) => {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      if (/^(insert|update|delete)$/.test(callee.property.name)) found.push(tableOf(table));
    },
    TemplateLiteral: ({ quasis, expressions }) => {
      for (const [index, { value }] of quasis.entries()) {
        if (
          /\b(insert into|update|delete from|truncate( table)?|merge into)\s+$/i.test(value.raw)
        ) {
          found.push(tableOf(expressions[index]));
        }
      }
    },
  }).visit(program);
  return found.filter((name) => name !== undefined);
}

function tableOf(node: Node | undefined): string | undefined {
  if (node?.type === "MemberExpression") return tableOf(node.object);
  return node?.type === "Identifier" ? node.name : undefined;
}
