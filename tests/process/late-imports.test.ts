import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

import { expect, it } from "vitest";

/** What a worker loads when it first needs it: the package, and the names that are taken of it. */
const lateImports = globSync("{lib,db,scripts}/**/*.ts").flatMap((file) =>
  [
    ...readFileSync(file, "utf8").matchAll(/const \{([^}]+)\} = await import\("([^."@][^"]*)"\)/g),
  ].map(([, names = "", from = ""]) => ({
    file,
    from,
    names: names.split(",").map((name) => name.split(":")[0]?.trim() ?? ""),
  })),
);

// The tests' own loader sees names that Node does not, of packages that are no modules of ECMAScript.
it.each(lateImports)("$file finds $names in $from, as Node loads it", ({ from, names }) => {
  const code = `import(${JSON.stringify(from)}).then((m) => console.log(Object.keys(m).join()))`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", code]).toString();
  expect(said.trim().split(",")).toEqual(expect.arrayContaining(names));
});

it("knows of what carries mail and push", () => {
  const packages = lateImports.map(({ from }) => from);
  expect(packages).toEqual(expect.arrayContaining(["nodemailer", "web-push"]));
});
