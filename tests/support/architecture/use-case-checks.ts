import { askingOf, functionsIn } from "./asking";
import { modulesOf } from "./modules";
import { nameOf } from "./nodes";
import type { Check } from "./project";
import { roomsOf } from "./rooms";

/**
 * Every function that a room's `index.ts` exports asks for a permission, or names a public one with `openTo`, on
 * every way through it and before it writes, itself or by functions of its own room: pages, routes and jobs may call
 * it as it is. Types may be exported beside them, nothing else.
 */
export const useCases: Check = (project) =>
  roomsOf(project).flatMap((room) => {
    const index = modulesOf(project).get(`lib/${room}/index.ts`);
    if (!index) return [];
    const { asks } = askingOf(project, `lib/${room}`);
    return index.program.body.flatMap((statement) => {
      if (statement.type === "ExportAllDeclaration") return [`${index.path}: names no use case`];
      if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return [];
      if (!statement.source) return [`${index.path}: is a list of exports and nothing else`];
      const specifier = statement.source.value;
      const file = index.imports.find((one) => one.specifier === specifier)?.file ?? "";
      return statement.specifiers.flatMap((exported) => {
        const name = nameOf(exported.local);
        if (exported.exportKind === "type") return [];
        if (!functionsIn(project, file).has(name)) return [`${index.path}: ${name} is no function`];
        return asks(file, name) ? [] : [`${file}: ${name} asks for no permission`];
      });
    });
  });
