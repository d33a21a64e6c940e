import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/embedded/server";

import { makeClusterFolder } from "../support/cluster";

const home = makeClusterFolder();
const directory = join(home, "postgres");
const pidFile = join(directory, "cluster", "postmaster.pid");
const started: Embedded[] = [];

afterAll(async () => {
  await Promise.all(started.map((server) => server.stop()));
  rmSync(home, { recursive: true, force: true });
});

async function start(folder = directory, port?: number): Promise<Embedded> {
  const server = await startEmbedded({ directory: folder, port, durable: false });
  started.push(server);
  return server;
}

async function one(server: Embedded, statement: string): Promise<unknown> {
  const { sql, close } = createDatabase(server.url, { max: 1 });
  try {
    return (await sql.unsafe(statement))[0];
  } finally {
    await close();
  }
}

test("a second start finds the data of the first", async () => {
  const first = await start();
  await one(first, "create table kept as select 42 as answer");
  await first.stop();
  const second = await start();
  expect(await one(second, "select answer from kept")).toEqual({ answer: 42 });
  await expect(start()).rejects.toThrow(/already runs the database/);
  await second.stop();
});

test("what a killed server leaves behind does not hinder the next start", async () => {
  const killed = await start();
  process.kill(killed.pid, "SIGKILL");
  const next = await start();
  expect(await one(next, "select answer from kept")).toEqual({ answer: 42 });
  await next.stop();
});

test("a stale postmaster.pid whose number now belongs to a stranger is no obstacle", async () => {
  writeFileSync(pidFile, `${process.pid}\n${directory}/cluster\n1\n1\n`);
  const next = await start();
  expect(readFileSync(pidFile, "utf8").split("\n")[0]).toBe(String(next.pid));
  await next.stop();
});

test("a taken port is named", async () => {
  const port = await freePort();
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(port, "127.0.0.1", resolve));
  await expect(start(directory, port)).rejects.toThrow(`Port ${port} is taken`);
  await new Promise((resolve) => stranger.close(resolve));
});

test.for([
  ["without a version", "PG_VERSION", undefined, /is broken/],
  ["of another version", "PG_VERSION", "17\n", /made by PostgreSQL 17/],
  ["with a damaged control file", "global/pg_control", "?", /does not start: .*pg_control/],
] as const)("a database folder %s is refused with a plain sentence", async (damage) => {
  const [title, file, content, sentence] = damage;
  const broken = join(home, title.replaceAll(" ", "-"));
  cpSync(directory, broken, { recursive: true });
  const path = join(broken, "cluster", file);
  if (content === undefined) rmSync(path);
  else writeFileSync(path, content);
  await expect(start(broken)).rejects.toThrow(sentence);
});
