import { createServer, connect, type Socket } from "node:net";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { freePort } from "@/db/embedded/server";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { startServer, type TestServer } from "../support/server";

const databaseUrl = await createTestDatabase();
/** The way to the database, which can be cut. */
const way = createServer((socket) => {
  const { hostname, port } = new URL(databaseUrl);
  const far = connect(Number(port), hostname);
  for (const [one, other] of [
    [socket, far],
    [far, socket],
  ] as const) {
    open.add(one);
    one.on("error", () => other.destroy()).on("close", () => other.destroy());
    one.pipe(other);
  }
});
const open = new Set<Socket>();

let server: TestServer;
beforeAll(async () => {
  const port = await freePort();
  await new Promise<void>((resolve) => way.listen(port, "localhost", resolve));
  const through = new URL(databaseUrl);
  through.host = `localhost:${port}`;
  const env = { DATABASE_URL: through.href, RATE_LIMITS: "on", TEST_CLOCK: "" };
  server = await startServer({ worker: false, env });
  way.close();
  for (const socket of open) socket.destroy();
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await dropTestDatabase(databaseUrl);
});

const ask = (path: string) => fetch(server.url + path, { redirect: "manual" });

describe("A18: while the database is away", () => {
  it.each(["/", "/terms", "/login", "/business"])(
    "%s says so, and when to come again",
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("2");
      expect(answer.headers.get("content-type")).toContain("text/html");
      expect(await answer.text()).toContain("We cannot reach our data just now");
    },
  );

  it("the API and the live line answer 503, the description 200", async () => {
    for (const path of ["/api/v1/stations", "/api/live", "/api/Station", "/api/auth/csrf"]) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(503);
      expect(answer.headers.get("retry-after"), path).toBe("2");
    }
    expect((await ask("/api/v1/openapi.json")).status).toBe(200);
  });
});
