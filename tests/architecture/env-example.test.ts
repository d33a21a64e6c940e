import { readFileSync } from "node:fs";

import { Visitor } from "oxc-parser";
import { expect, test } from "vitest";

import { root } from "@/scripts/parts/paths";
import { settingDefinitions } from "@/lib/words";

import { modulesOf } from "../support/architecture/modules";
import { type Project, projectOf, readProject } from "../support/architecture/project";

const project = readProject();
const example = readFileSync(root(".env.example"), "utf8");

/** Set by tools, or by the tests for themselves. */
const FOREIGN = [
  "BROWSER_SITES",
  "CI",
  "CRASH_ROUNDS",
  "FILE_REPORT",
  "FILE_SECONDS",
  "MODEL_OUTCOMES",
  "NEXTAUTH_URL",
  "NEXT_RUNTIME",
  "NODE_ENV",
  "NOW",
  "PATH",
  "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
  "TEST_CLUSTER_URL",
  "TEST_PARALLEL_INDEX",
];
/** Read by what we use, not by us. */
const READ_ELSEWHERE = ["NEXTAUTH_SECRET", "POSTGRES_PASSWORD"];

const explained = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);

/** `env.NAME` and `process.env.NAME`, wherever they are read. */
function variablesRead(of: Project): Set<string> {
  const names = new Set<string>();
  for (const { program } of modulesOf(of).values()) {
    new Visitor({
      MemberExpression: ({ object, property }) => {
        const isEnvironment =
          (object.type === "Identifier" && object.name === "env") ||
          (object.type === "MemberExpression" &&
            object.property.type === "Identifier" &&
            object.property.name === "env");
        if (isEnvironment && property.type === "Identifier" && /^[A-Z_0-9]+$/.test(property.name)) {
          names.add(property.name);
        }
      },
    }).visit(program);
  }
  return names;
}

test("the reading of a variable is seen", () => {
  const planted = projectOf({ "lib/http/a.ts": "const a = process.env.A_B ?? env.C_1 ?? x.D;" });
  expect([...variablesRead(planted)]).toEqual(["A_B", "C_1"]);
});

test("every variable that is read is explained in .env.example", () => {
  const read = [...variablesRead(project)].filter((name) => !FOREIGN.includes(name));
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter((name) => !explained.includes(name))).toEqual([]);
});

test(".env.example names nothing that is not read, and nothing twice", () => {
  const known = new Set([
    ...variablesRead(project),
    ...Object.values(settingDefinitions).map(({ env }) => env),
    ...READ_ELSEWHERE,
  ]);
  const code = [...project.values()].join("\n");
  const unknown = explained.filter((name) => name && !known.has(name) && !code.includes(name));
  expect(unknown).toEqual([]);
  expect(explained.filter((name, index) => explained.indexOf(name) !== index)).toEqual([]);
});
