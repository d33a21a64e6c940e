import { COMPUTED, type Import, type Module, modulesOf } from "./modules";
import type { Check, Project } from "./project";
import { mayAsk, partOf, roomOf } from "./rooms";

/** Checks every import of every module with a rule that names what is wrong, or nothing. */
function eachImport(
  rule: (from: Module, to: Import, project: Project) => string | undefined,
): Check {
  return (project) =>
    [...modulesOf(project).values()].flatMap((from) =>
      from.imports.flatMap((to) => {
        const fault = rule(from, to, project);
        return fault ? [`${from.path}: imports ${to.specifier}: ${fault}`] : [];
      }),
    );
}

const isTest = (path: string) => path.startsWith("tests/");
const isStore = (path: string) => /^lib\/[^/]+\/[^/]+\/store(\/[^/]+)?\.ts$/.test(path);
const isSchema = (path: string) => /^lib\/[^/]+\/([^/]+\/)?schema\.ts$/.test(path);
/** A schema that grew long has parts, which it gives out: nobody else knows them. */
const isPartOfSchema = (path: string) => /^lib\/[^/]+\/[^/]+\/schema\/[^/]+\.ts$/.test(path);
const isTables = (path: string) => path.startsWith("db/schema/");
/** The parts that own a connection: wrappers, jobs, the database's own files, and starters. */
const mayConnect = (path: string) =>
  /^(lib\/http|lib\/jobs|lib\/process|db|scripts|tests)\//.test(path);

/**
 * An import that means no file and no package would be invisible to every other check, as is one whose path is made
 * as it runs: tests walk folders by such, and what is generated from files.
 */
export const resolves: Check = eachImport((from, to) => {
  if (to.packageName !== "") return undefined;
  if (to.specifier !== COMPUTED) return "there is no such file";
  return isTest(from.path) || from.path.startsWith("scripts/parts/generated/")
    ? undefined
    : "nobody can tell which file that is";
});

/** Rooms step inside one another; so do the composition root and those who set a world up. */
const mayStepInside = (path: string) =>
  roomOf(path) !== undefined || /^(lib\/process|db|scripts)\//.test(path);
/** Where what every room has is put together, a line a room. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  "lib/words/rooms.ts": ["words.ts"],
  "lib/process/rooms.ts": ["inside.ts"],
};

/**
 * A room asks only rooms of lower rank, and only at their doors: `inside.ts` for its steps, `index.ts` for use cases,
 * which is the only one that pages, routes and jobs know besides `schema.ts`.
 */
export const doors: Check = eachImport((from, to, project) => {
  const target = to.file && roomOf(to.file);
  if (!to.file || !target || isTest(from.path)) return undefined;
  const room = roomOf(from.path);
  if (room === target) {
    if (isPartOfSchema(to.file) && !/\/schema(\.ts$|\/)/.test(from.path))
      return "only through schema.ts";
    return /\/(index|inside)\.ts$/.test(to.file)
      ? "a room does not go through its own door"
      : undefined;
  }
  const name = to.file.slice(`lib/${target}/`.length);
  const listed = LISTS[from.path];
  if (listed) return listed.includes(name) ? undefined : `only ${listed.join(", ")} of rooms`;
  if (room !== undefined && !mayAsk(project, room, target)) {
    return `${target} is in no lower wing, nor among the needs of ${room}`;
  }
  if (name === "inside.ts") {
    return mayStepInside(from.path)
      ? undefined
      : "inside.ts is for rooms, lib/process, db and scripts: ask for a use case";
  }
  if (name === "index.ts") {
    return from.path.startsWith("components/") ? "components know no use case" : undefined;
  }
  return isSchema(to.file) ? undefined : `only through @/lib/${target}`;
});

/** What people are told stands in the catalogues, and a fault's code is a key of the English one. */
const asksCatalogues = (from: Module, to: Import) =>
  from.path === "lib/words/say.ts" || (from.path === "lib/core/fault.ts" && to.typeOnly);

/** Rooms and the ground floor know nothing of the floors above them. */
export const floors: Check = eachImport((from, to) => {
  if (!to.file) return undefined;
  const [here, there] = [partOf(from.path), partOf(to.file)];
  const isGround = there === "lib/core" || there === "lib/words";
  if (to.file.startsWith("components/i18n/") && asksCatalogues(from, to)) return undefined;
  if ((here === "lib/core" || here === "lib/words") && !isGround) {
    return from.path === "lib/words/rooms.ts"
      ? undefined
      : "lib/core and lib/words know no room and no floor above them";
  }
  if (here === "lib/http" && /^(lib\/jobs|components|app)$/.test(there)) {
    return "lib/http is what every door of HTTP needs; it knows no job, component or page";
  }
  // The composition root hands rooms what mails look like (docs/decisions/mail.md).
  if (from.path === "lib/process/render-letter.ts" && to.file.startsWith("components/mail/")) {
    return undefined;
  }
  if (here === "lib/process" && /^(lib\/http|lib\/jobs|components|app)$/.test(there)) {
    return "lib/process is what every process needs, whatever it does";
  }
  if (!roomOf(from.path)) return undefined;
  const below = isGround || roomOf(to.file) !== undefined || isTables(to.file);
  return below ? undefined : "a room knows other rooms, lib/core, lib/words and its tables alone";
});

/** Files of the ground that know nothing but zod and one another, so that a browser may have them. */
const LEAVES = [
  "actor",
  "calendar",
  "contract",
  "credentials",
  "durations",
  "fault",
  "fields/bodies",
  "fields/index",
  "fields/numbers",
  "fields/people",
  "fields/places",
  "fields/plugs",
  "fields/text",
  "fields/time",
  "fields/views",
  "figures",
  "identity-numbers",
  "opening-hours",
  "plugs",
  "sizes",
  "storable-years",
  "text",
  "themes",
  "units",
  "zone-names",
].map((name) => `lib/core/${name}.ts`);

/** What `schema.ts` may import drags nothing along. */
export const leaves: Check = eachImport((from, to) => {
  if (!LEAVES.includes(from.path) || to.typeOnly || to.packageName === "zod") return undefined;
  return LEAVES.includes(to.file ?? "")
    ? undefined
    : "schema.ts imports it, so it imports zod alone";
});

/** `app/` hands in what `lib/` needs of it, such as the routes (architecture.md, Routes). */
export const handedIn: Check = eachImport((from, to) =>
  from.path.startsWith("lib/") && to.file?.startsWith("app/")
    ? "lib/ never imports app/: it is handed in"
    : undefined,
);

/** `schema.ts` is shared by forms, API and actions, so it drags nothing along. */
export const schemas: Check = eachImport((from, to) => {
  const isAny = (path: string) => isSchema(path) || isPartOfSchema(path);
  if (!isAny(from.path) || to.packageName === "zod") return undefined;
  const part = partOf(to.file ?? "");
  if (part === "lib/words" || LEAVES.includes(to.file ?? "")) return undefined;
  if (to.file && (isAny(to.file) || (to.typeOnly && part === "lib/core"))) {
    return undefined;
  }
  return `schema.ts imports zod, lib/words, other schema.ts and ${LEAVES.join(", ")} alone`;
});

/**
 * Words are data: lib/core needs all of them, and must not load the rooms with them. A list that a setting shares
 * with its room's forms stands in `schema.ts`, which browsers load: that one may not bring all words along.
 */
export const words: Check = eachImport((from, to) => {
  if (!/^lib\/[^/]+\/[^/]+\/words\.ts$/.test(from.path) || to.packageName === "zod")
    return undefined;
  if (to.file === from.path.replace("words.ts", "schema.ts")) return undefined;
  const part = partOf(to.file ?? "");
  if (part === "lib/words" || (to.typeOnly && part === "lib/core")) return undefined;
  if (LEAVES.includes(to.file ?? "")) return undefined;
  return `words.ts imports zod, lib/words, its own schema.ts, ${LEAVES.join(", ")}, and of lib/core its types alone`;
});

const isProjection = (path: string) => /^lib\/http\/((core|evcms)\/[^/]+|snake)\.ts$/.test(path);
/** What several contracts say alike. */
const SAID_ALIKE = ["lib/http/contracts/projection.ts", "lib/http/contracts/week-of.ts"];

/**
 * Another contract says the same in other words (operations.md §3): whatever could refuse, ask the database or the
 * clock, or reckon, is out of its reach.
 */
export const projections: Check = eachImport((from, to) => {
  if (!isProjection(from.path) || to.packageName === "zod") return undefined;
  const { file = "" } = to;
  if (isProjection(file) || SAID_ALIKE.includes(file) || isSchema(file)) return undefined;
  if (LEAVES.includes(file ?? "") || file === "lib/core/money.ts") return undefined;
  return "another contract's words import zod, schema.ts, lib/core/money.ts and one another alone";
});

/** Rules decide by values: they know neither how those are stored nor how they are shown. */
export const rules: Check = eachImport((from, to) => {
  if (!/^lib\/[^/]+\/[^/]+\/rules\.ts$/.test(from.path) || !to.file) return undefined;
  const isView = /^lib\/[^/]+\/[^/]+\/view\.ts$/.test(to.file);
  return isView || isStore(to.file) || isTables(to.file)
    ? "rules.ts imports no store, no tables and no view"
    : undefined;
});

/** Components show what they are given. */
export const components: Check = eachImport((from, to) => {
  if (!from.path.startsWith("components/") || !to.file) return undefined;
  if (to.typeOnly && partOf(to.file) !== "db") return undefined;
  const part = partOf(to.file);
  if (/^(components|lib\/core|lib\/words)$/.test(part) || isSchema(to.file)) return undefined;
  return roomOf(to.file)
    ? undefined
    : "components know components, lib/core, lib/words and schema.ts alone";
});

/** Only they connect; a use case has the transaction that its context gives it. */
export const connections: Check = eachImport((from, to) => {
  if (!to.file?.startsWith("db/") || isTables(to.file) || mayConnect(from.path)) return undefined;
  return "only lib/http, lib/jobs, lib/process, db, scripts and tests know the database's own files";
});

/** A room speaks SQL in its store alone. */
export const sql: Check = eachImport((from, to) => {
  const speaks =
    /^(drizzle-orm|postgres|pg)$/.test(to.packageName ?? "") || isTables(to.file ?? "");
  if (!speaks || to.typeOnly || isStore(from.path) || mayConnect(from.path)) return undefined;
  // How a statement asks for local days, what a search reads, how a report is limited and how many
  // rows are inserted is said once, for all rooms.
  const isCommon =
    /^(drizzle\.config|lib\/core\/(local-days|found-by|as-report|compiled|insert-many|within-scope))\.ts$/.test(
      from.path,
    );
  return isCommon ? undefined : "only a store speaks Drizzle or SQL";
});

/** Nobody but the composition roots may know the wiring, which knows every room. */
export const wiring: Check = eachImport((from, to) => {
  if (to.file !== "lib/process/wiring.ts" || mayConnect(from.path)) return undefined;
  return "only lib/http, lib/jobs, lib/process, db, scripts and tests know the wiring";
});

/** What many files need by their nature; anything else from outside is wrapped in one file. */
const COMMON =
  /^(node:.*|next|next-auth|next-intl|react|react-dom|zod|drizzle-orm|graphile-worker|lucide-react|@base-ui\/react|react-leaflet|tailwindcss)$/;

/** An outside library is imported in one file, so that it can be replaced in one. */
export const wrapped: Check = (project) => {
  const users = new Map<string, string[]>();
  for (const { path, imports } of modulesOf(project).values()) {
    if (!/^(app|components|db|lib)\//.test(path)) continue;
    for (const { packageName, typeOnly } of imports) {
      if (!packageName || typeOnly || COMMON.test(packageName)) continue;
      users.set(packageName, [...new Set([...(users.get(packageName) ?? []), path])]);
    }
  }
  return [...users].flatMap(([name, paths]) =>
    paths.length > 1 ? [`${paths.join(", ")}: ${name} is imported in more than one file`] : [],
  );
};
