import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

// Next's build and tsx read JSON that is imported by name; Node, which loads Playwright's files, wants to be told that it
// is JSON in words that Next's build refuses where a loader compiles the file. So Node is told here; packages tell it
// themselves, and some ask for JSON as no module can be asked for.
registerHooks({
  load(url, context, next) {
    const isOurs = url.startsWith("file:") && !url.includes("/node_modules/");
    if (!isOurs || !new URL(url).pathname.endsWith(".json")) return next(url, context);
    const source = `export default ${readFileSync(fileURLToPath(url), "utf8")};`;
    return { format: "module", source, shortCircuit: true };
  },
});
