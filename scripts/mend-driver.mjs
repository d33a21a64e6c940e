// Mends defects of postgres.js 3.4.9 that its maintainers know of and have not released a fix for
// (porsager/postgres issues 1154 and 1208): a statement on a connection whose server has gone, such as the
// ROLLBACK of a transaction that was cut off, crashes the process; and a connection that died with a write
// pending never writes again, or hands its last error to the first statement after
// it is back. And lets a transaction begin without a wait of its own, and what is sent together go in one write
// (docs/decisions/few-trips.md). Runs after every install; tests/db/client.test.ts and tests/db/until-commit.test.ts
// fail without it.
import { readFileSync, writeFileSync } from "node:fs";

const VERSION = "3.4.9";

const CONNECTION = ["src/connection.js", "cjs/src/connection.js"];
const INDEX = ["src/index.js", "cjs/src/index.js"];

const CHANGES = [
  {
    // What a transaction begins with is sent behind its BEGIN, and does not wait for the answer to it.
    files: INDEX,
    before:
      "      await sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()\n" +
      "      return await Promise.race([\n        scope(connection, fn),\n" +
      "        new Promise((_, reject) => connection.onclose = reject)\n      ])",
    after:
      "      const begun = sql.unsafe('begin ' + options.replace(/[^a-z ]/ig, ''), [], { onexecute }).execute()\n" +
      "      await Promise.race([begun, new Promise(resolve => taken = resolve)])\n" +
      "      return await Promise.race([\n        scope(connection, fn),\n" +
      "        new Promise((_, reject) => (connection.onclose = reject, begun.catch(reject)))\n      ])",
  },
  {
    files: INDEX,
    before: "      , prepare = null\n",
    after: "      , prepare = null\n      , taken\n",
  },
  {
    // The driver keeps whoever called this from sending more, until it returns.
    files: INDEX,
    before:
      "        ? c.execute(queries.shift())\n        : move(c, reserved)\n    }\n  }\n\n  function move(",
    after:
      "        ? c.execute(queries.shift())\n        : move(c, reserved)\n" +
      "      queueMicrotask(() => (c.queue === full && move(c, reserved), taken(c)))\n    }\n  }\n\n  function move(",
  },
  {
    // What is sent in one turn of the event loop goes in one write, up to 16 KiB and not 1: each costs both sides.
    files: CONNECTION,
    before: "    if (fn || chunk.length >= 1024)\n",
    after: "    if (fn || chunk.length >= 16384)\n",
  },
  {
    // Refuse the statement instead of writing to nothing. `true` keeps the connection out of the full queue.
    files: CONNECTION,
    before: "  function execute(q) {\n    if (terminated)",
    after:
      "  function execute(q) {\n    if (!socket) {\n" +
      "      queryError(q, Errors.connection('CONNECTION_CLOSED', options))\n      return true\n    }\n\n" +
      "    if (terminated)",
  },
  {
    files: CONNECTION,
    before: "  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)",
    after:
      "  function nextWrite(fn) {\n    if (!socket) {\n      chunk = nextWriteTimer = null\n" +
      "      return false\n    }\n\n    const x = socket.write(chunk, fn)",
  },
  {
    files: CONNECTION,
    before: "    incomings = null\n    clearImmediate(nextWriteTimer)\n",
    after:
      "    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n",
  },
  {
    files: CONNECTION,
    before: "    try {\n      statements = {}\n",
    after: "    try {\n      query = results = errorResponse = null\n      statements = {}\n",
  },
];

/** Applies the changes to the installed driver, once. Throws when the driver is not the one they are for. */
export function mendDriver() {
  const driver = new URL("../node_modules/postgres/", import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL("package.json", driver), "utf8"));
  if (version !== VERSION) {
    throw new Error(`postgres is ${version}: look whether it still needs scripts/mend-driver.mjs.`);
  }
  for (const file of [...CONNECTION, ...INDEX]) {
    const path = new URL(file, driver);
    let code = readFileSync(path, "utf8");
    for (const { before, after } of CHANGES.filter(({ files }) => files.includes(file))) {
      if (code.includes(after)) continue;
      if (!code.includes(before)) throw new Error(`${file} of postgres is not as published.`);
      code = code.replace(before, () => after);
    }
    writeFileSync(path, code);
  }
}

if (process.argv[1]?.endsWith("mend-driver.mjs")) mendDriver();
