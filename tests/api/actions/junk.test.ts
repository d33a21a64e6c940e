import { globSync } from "node:fs";

import { expect, it, vi } from "vitest";

import { setProcessContext } from "@/lib/process/context";
import { logger } from "@/lib/process/log";
import { root } from "@/scripts/parts/paths";

import { testDatabase } from "../../support/database";
import { fileClock } from "../../support/file-clock";
import { cookieFor } from "../../support/sign-in";
import { makeBusiness, makeUser, testConfig, testStart } from "../../support/world";

// A17: anybody may post anything to a server action. Whatever comes is refused; nothing is thrown, which Next would
// answer with 500 and a stack in the log.

const next = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next-intl/server", () => ({ getMessages: async () => ({}), getLocale: async () => "en" }));
vi.mock("next/headers", () => ({
  headers: async () => next.headers,
  cookies: async () => ({ set: () => {}, getAll: () => [] }),
}));
vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");
vi.stubEnv("RATE_LIMITS", "off");

const { db } = await testDatabase();
setProcessContext({ db, clock: fileClock(testStart), config: testConfig });
const { id: businessId } = await makeBusiness(db);
const people = {
  admin: await makeUser(db, "SystemAdmin"),
  backoffice: await makeUser(db, "Backoffice", { businessId }),
  owner: await makeUser(db, "EvOwner"),
};

function formOf(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

/** What throws when it is looked into, as React's references of what only the browser has do. */
const untouchable = () =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error("It is the browser's.");
      },
      ownKeys: () => {
        throw new Error("It is the browser's.");
      },
    },
  );

function inItself() {
  const one: Record<string, unknown> = { id: 1 };
  one.self = one;
  return one;
}

const id = "0198a000-0000-7000-8000-00000000000a";
const junk: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 0,
  () => Number.NaN,
  () => 1n,
  () => true,
  () => "",
  () => "x\0",
  () => "\ud83d",
  () => Symbol("x"),
  () => () => 1,
  () => [],
  () => [[{}]],
  () => ({}),
  () => ({ length: { toString: 1 } }),
  () => ({ id, stationId: id, reason: { length: {} }, value: 1n, name: [] }),
  () => ({ id: "x", name: "\ud83d", body: "a\0b", time: "/", lat: "x" }),
  () => ({ id, time: "a/b", reason: "x", schedule: null, location: [], stationIds: "x" }),
  () => JSON.parse(`${'{"id":'.repeat(500)}1${"}".repeat(500)}`) as unknown,
  () => new Map([["id", id]]),
  () => new Set([1]),
  () => new Date(Number.NaN),
  () => Promise.resolve(1),
  () => new Uint8Array(8),
  () => new Blob(["x"]),
  untouchable,
  inItself,
  () => ({ id: untouchable(), reason: untouchable() }),
  () => formOf(),
  () =>
    formOf(["id", "x"], ["name", "\0"], ["location.lat", "x"], ["stationIds", ",,"], ["area", "x"]),
  () =>
    formOf(
      ["id", new Blob(["x"])],
      ["reason", new Blob(["x"])],
      ["idempotencyKey", new Blob(["x"])],
    ),
  () =>
    formOf(["id", id], ["idempotencyKey", "\u00e9"], ["time", "//"], ["value", "x".repeat(5_000)]),
];

type Action = (...args: unknown[]) => Promise<unknown>;

/** Every function that a browser may call, by its file and name; signing out takes nothing. */
async function everyAction(): Promise<[string, Action][]> {
  const found: [string, Action][] = [];
  for (const path of globSync("app/**/*actions.ts", { cwd: root() }).toSorted()) {
    const file = root(path);
    const exported = (await import(/* @vite-ignore */ file)) as Record<string, Action>;
    found.push(
      ...Object.entries(exported).map(
        ([name, run]) => [`${path} ${name}`, run] as [string, Action],
      ),
    );
  }
  return found;
}

const actions = await everyAction();
const said = /"code":"request\.internal"|went wrong/;

it("there are all of them", () => {
  expect(actions.length).toBeGreaterThan(38);
});

it.each(actions)("%s answers whatever it is given", async (name, run) => {
  const failed = vi.spyOn(logger, "error");
  for (const user of [undefined, ...Object.values(people)]) {
    next.headers = new Headers({ "x-path": "/somewhere" });
    if (user) next.headers.set("cookie", await cookieFor(db, user));
    for (const [at, make] of junk.entries()) {
      for (const args of [[make()], [null, make()]]) {
        const answer = await run(...args);
        expect(JSON.stringify(answer) ?? "", `${name}, junk ${at}`).not.toMatch(said);
      }
    }
  }
  expect(failed.mock.calls).toEqual([]);
  failed.mockRestore();
});
