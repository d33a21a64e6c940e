import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { root } from "@/scripts/parts/paths";

import { modulesOf } from "../support/architecture/modules";
import { readProject } from "../support/architecture/project";

/** What runs in the image beside the web server. */
const BEGINNINGS = [
  "lib/jobs/worker.ts",
  "lib/gateway/gateway.ts",
  "scripts/admin.ts",
  "scripts/import.ts",
  "scripts/invariants.ts",
];

test("the image holds every file of ours that its worker, gateway and commands load", () => {
  const last =
    readFileSync(root("Dockerfile"), "utf8")
      .split(/^FROM /m)
      .at(-1) ?? "";
  const copied = [...last.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = ""]) =>
    names.split(" "),
  );
  const modules = modulesOf(readProject());
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { file, typeOnly } of modules.get(path)?.imports ?? [])
      if (file && !typeOnly) load(file);
  };
  BEGINNINGS.forEach(load);
  expect(loaded.size).toBeGreaterThan(100);
  const isThere = (path: string) =>
    copied.some((name) => path === name || path.startsWith(`${name}/`));
  expect([...loaded].filter((path) => !isThere(path))).toEqual([]);
});
