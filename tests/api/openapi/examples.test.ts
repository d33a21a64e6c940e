import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { endpoints as routes } from "@/app/api/v1/endpoints";
import { createDatabase, type Database } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import type { Role } from "@/lib/core/actor";
import { permissions } from "@/lib/core/permissions";
import { setProcessContext } from "@/lib/process/context";
import type { Example } from "@/lib/http/declaration";
import { endpointsOf } from "@/lib/http/routes";
import { sampleParameters } from "@/lib/http/sample-parameters";
import { sample } from "@/lib/words";
import type { Grants } from "@/lib/words/grants";

import { testApi } from "../../support/api";
import { createTestDatabase, dropTestDatabase } from "../../support/cluster";
import { startGeocoder } from "../../support/geocoder";
import { fileClock } from "../../support/file-clock";
import { tinyPng } from "../../support/pictures";
import { testIssuers } from "../../support/wallets";
import { testConfig } from "../../support/world";
import { makeSampleWorld } from "./sample-world";

const api = await testApi();
const geocoder = await startGeocoder();
const clock = { ...fileClock(sample.now), real: () => new Date() };

const endpoints = endpointsOf(routes).map(({ method, path, endpoint }) => ({
  name: `${method} ${path}`,
  method,
  path,
  declared: endpoint.declaration,
}));
/** What has no example calls for nothing but the sample's ids, and is run with those. */
const runs = endpoints.flatMap((endpoint) =>
  (endpoint.declared.examples ?? [{ name: "as it is" }]).map((example) => ({
    ...endpoint,
    example,
    title: `${endpoint.name}: ${example.name}`,
  })),
);

/** The sample's world, of which each example that changes something gets a copy. */
const sampleUrl = await createTestDatabase();
const callers = await makeCallers(sampleUrl);

async function makeCallers(url: string) {
  const { db, close } = createDatabase(url, { max: 4 });
  try {
    return await makeSampleWorld(db);
  } finally {
    await close();
  }
}

interface World {
  readonly database: Database;
  readonly url: string;
}
let world: World | undefined;

/** Lets the API work on a fresh world: an example that cancels leaves nothing for the next. */
async function enterWorld(): Promise<void> {
  if (world) return;
  const url = await createTestDatabase(sampleUrl);
  const database = createDatabase(url, { max: 4 });
  setProcessContext({
    db: database.db,
    clock,
    config: { ...testConfig, wallets: testIssuers().wallets, geocoderUrl: geocoder.url },
  });
  world = { database, url };
}

async function leaveWorld(): Promise<void> {
  await world?.database.close();
  if (world) await dropTestDatabase(world.url);
  world = undefined;
}
afterAll(async () => {
  await leaveWorld();
  await dropTestDatabase(sampleUrl);
});

/** The role with the shortest reach that has the permission, unless the example says whose call it is. */
function callerOf(permission: keyof typeof permissions, example: Example): Role | undefined {
  const grants: Grants | "public" = permissions[permission];
  if (example.as || grants === "public") return example.as;
  return (["EvOwner", "Operator", "Backoffice", "SystemAdmin"] as const).find(
    (role) => grants[role],
  );
}

function bodyOf(
  name: string,
  example: Example,
): Pick<Parameters<typeof api.call>[2] & object, "body" | "headers"> {
  const headers: Record<string, string> = {
    "idempotency-key": crypto.randomUUID(),
    // The document is of our contract; a sign-up by email would speak another.
    "baybook-contract": "baybook",
  };
  if (/^(POST|PUT) .*\/(photos?|images|picture)$/.test(name)) {
    const body = new FormData();
    body.set("file", new Blob([tinyPng], { type: "image/png" }), "photo.png");
    return { body, headers };
  }
  if (typeof example.body === "string") headers["content-type"] = "text/csv";
  return { body: example.body, headers };
}

describe("the examples of the OpenAPI document", () => {
  it("are there for every endpoint that wants a body or a parameter in its query", () => {
    const missing = endpoints.filter(({ declared }) => {
      const wantsQuery = declared.query ? !declared.query.safeParse({}).success : false;
      const wantsBody = declared.body !== undefined && !(declared.upload && !declared.upload.raw);
      return (wantsBody || wantsQuery) && !declared.examples;
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it.each(runs)("$title", async ({ name, method, path, declared, example }) => {
    await enterWorld();
    // Who charges just now cannot go.
    if (name === "DELETE /profile")
      await world?.database.db.update(sessions).set({ ownerId: null });
    const role = callerOf(declared.permission, example);
    const params: Record<string, string> = { ...sampleParameters(path), ...example.params };
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => params[key] ?? "");
    const query = new URLSearchParams(example.query);
    const answer = await api.call(method, `/api/v1${filled}?${query}`, {
      ...(role && { as: callers[role] }),
      ...bodyOf(name, example),
    });
    if (method !== "GET") await leaveWorld();
    expect(answer.status, JSON.stringify(answer.body)).toBe(declared.status ?? 200);
    if (!declared.returns || declared.status === 204 || typeof answer.body === "string") return;
    const shape = declared.paged ? z.array(declared.returns) : declared.returns;
    expect(shape.safeParse(answer.body.data).error).toBeUndefined();
  });
});
