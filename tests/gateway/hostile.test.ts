import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { newId } from "@/lib/core/ids";
import { signAccessToken } from "@/lib/core/jwt";
import type { UserActor } from "@/lib/core/actor";
import { limits } from "@/lib/gateway/limits";

import { testDatabase } from "../support/database";
import { type App, connectApp, startGateway, type TestGateway } from "../support/gateway";
import { bearerOn } from "../support/sign-in";
import { makeUser, testConfig } from "../support/world";

const { db, url } = await testDatabase();
let gateway: TestGateway;
const apps: App[] = [];

beforeAll(async () => {
  gateway = await startGateway(url, { CORS_ORIGINS: "https://app.example" });
}, 120_000);
afterEach(() => apps.splice(0).forEach(({ socket }) => socket.disconnect()));
afterAll(async () => {
  await gateway?.stop();
});

const tokenOf = async (actor: UserActor) =>
  (await bearerOn(db, actor)).authorization.replace("Bearer ", "");
async function stranger(options = {}): Promise<App> {
  const app = await connectApp(gateway.url, options);
  apps.push(app);
  return app;
}
async function known(actor?: UserActor): Promise<App> {
  const app = await stranger();
  await app.ask("authenticate", { token: await tokenOf(actor ?? (await makeUser(db, "EvOwner"))) });
  return app;
}
const claims = { role: "EvOwner", businessId: null, stationIds: [], ownerNic: null } as const;
const expiredToken = (): Promise<string> =>
  signAccessToken(
    testConfig.accessTokenKeys,
    { ...claims, userId: newId(), sessionId: newId(), tokenVersion: 1 },
    { now: new Date(Date.now() - 7_200_000), lifetimeMinutes: 60 },
  );
const soon = { timeout: 5_000 };

describe("who does not say who they are", () => {
  it("004-127: is ended after ten seconds", async () => {
    const app = await stranger();
    const began = performance.now();
    await expect.poll(() => app.socket.connected, { timeout: 12_000 }).toBe(false);
    expect(performance.now() - began).toBeGreaterThan(8_000);
    expect(app.told("unauthorized")).toMatchObject([{ code: "auth.required", event: null }]);
  });

  const tokens: Record<string, () => Promise<string>> = {
    nonsense: async () => "not-a-token",
    expired: expiredToken,
    "of nobody": async () => (await expiredToken()).replace(/\..*\./, ".e30."),
  };
  it.for(Object.keys(tokens))("is ended by a token that is %s", async (kind) => {
    const app = await stranger();
    await app.ask("authenticate", { token: await tokens[kind]?.() });
    await expect.poll(() => app.socket.connected, soon).toBe(false);
    expect(app.told("unauthorized")).toMatchObject([
      { code: "auth.token_invalid", event: "authenticate" },
    ]);
  });

  it("keeps nobody else out, however many come from one address", async () => {
    await Promise.all(Array.from({ length: limits.strangersOfAddress }, () => stranger()));
    await expect(stranger()).rejects.toThrow();
    const { port } = new URL(gateway.url);
    const [answer] = (await once(
      get({
        host: "127.0.0.1",
        port,
        path: "/socket.io/?EIO=4&transport=polling",
        localAddress: "127.0.0.2",
      }),
      "response",
    )) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(200);
  });

  it("joins nothing", async () => {
    const app = await stranger();
    await app.ask("join-session", { sessionId: newId() });
    expect(app.told("error")).toMatchObject([{ code: "auth.required", event: "join-session" }]);
  });

  it("becomes nobody else: a second token must be of the same person", async () => {
    const app = await known();
    await app.ask("authenticate", { token: await tokenOf(await makeUser(db, "EvOwner")) });
    await expect.poll(() => app.socket.connected, soon).toBe(false);
  });
});

describe("what an app sends", () => {
  it.for([
    [{}, "request.invalid"],
    [null, "request.invalid"],
    ["text", "request.invalid"],
    [[[[]]], "request.invalid"],
    [{ sessionId: 7 }, "request.invalid"],
    [{ sessionId: "x'; drop table sessions" }, "request.invalid"],
    [{ sessionId: "a\u0000b" }, "request.malformed"],
    [{ sessionId: newId(), more: 1 }, "request.invalid"],
    [Buffer.from("binary"), "request.invalid"],
    [{ sessionId: newId() }, "session.not_found"],
  ])("%j is refused, and the socket lives", async ([payload, code]) => {
    const app = await known();
    await app.ask("join-session", payload);
    expect(app.told("error")).toMatchObject([{ code, event: "join-session" }]);
    expect(app.socket.connected).toBe(true);
  });

  it.for(["constructor", "__proto__", "session-update", "x".repeat(5_000)])(
    "an event of no such name is not found",
    async (name) => {
      const app = await known();
      await app.ask(name, {});
      expect(app.told("error")).toMatchObject([{ code: "request.not_found" }]);
    },
  );

  it("one message is 16 KiB at most", async () => {
    const app = await known();
    app.socket.emit("join-session", { sessionId: "x".repeat(20_000) });
    await expect.poll(() => app.socket.connected, soon).toBe(false);
  });

  it("a flood ends it", async () => {
    const app = await known();
    for (let count = 0; count < 500; count += 1)
      app.socket.emit("leave-session", { sessionId: newId() });
    await expect.poll(() => app.socket.connected, soon).toBe(false);
    expect(app.told("unauthorized")).toMatchObject([{ code: "request.rate_limited" }]);
    expect((await known()).told("authenticated")).toHaveLength(1);
  });

  it("a person has twenty sockets", async () => {
    const owner = await makeUser(db, "EvOwner");
    for (let count = 0; count < 20; count += 1) await known(owner);
    const more = await known(owner);
    expect(more.told("unauthorized")).toMatchObject([{ code: "request.rate_limited" }]);
  });

  it("frames that are none of ours leave the process alone", async () => {
    for (const text of [
      "",
      "9999",
      "42[",
      "4".repeat(10_000),
      '451-["x",{"_placeholder":true}]',
      "\u0000",
    ]) {
      const raw = new WebSocket(
        `${gateway.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`,
      );
      await new Promise((done) => raw.addEventListener("open", done));
      raw.send("40");
      raw.send(text);
      raw.send(Buffer.from(text));
      raw.close();
    }
    for (const path of ["/socket.io", "/socket.io/?EIO=9", "/socket.iox", "/%ZZ", "/api/nothing"]) {
      const { status } = await fetch(gateway.url + path);
      expect(status, path).toBeGreaterThanOrEqual(400);
    }
    expect((await known()).socket.connected).toBe(true);
  });
});

describe("where an app comes from", () => {
  const from = (origin: string) => stranger({ extraHeaders: { origin } });

  it("is a page of ours or of CORS_ORIGINS, or no page", async () => {
    for (const origin of ["http://baybook.test", "https://app.example", gateway.url]) {
      expect((await from(origin)).socket.connected, origin).toBe(true);
    }
    for (const origin of ["https://evil.example", "null"]) {
      await expect(from(origin), origin).rejects.toThrow("websocket error");
    }
  });

  it("says by polling whether a page may read it", async () => {
    const polled = (origin: string) =>
      fetch(`${gateway.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } });
    const ours = await polled("https://app.example");
    expect(ours.status).toBe(200);
    expect(ours.headers.get("access-control-allow-origin")).toBe("https://app.example");
    const evil = await polled("https://evil.example");
    expect(evil.status).toBe(403);
    expect(evil.headers.get("access-control-allow-origin")).toBe(null);
  });
});

describe("the process", () => {
  it("says whether it is well, and its figures to who has the token", async () => {
    for (const path of ["/api/health", "/api/health/ready"]) {
      expect((await fetch(gateway.url + path)).status).toBe(200);
    }
    expect((await fetch(`${gateway.url}/api/metrics`)).status).toBe(401);
    await known();
    const headers = { authorization: "Bearer test-metrics-token-0123456789abcdef" };
    const text = await (await fetch(`${gateway.url}/api/metrics`, { headers })).text();
    expect(text).toContain('baybook_gateway_sockets{state="known"} 1');
    expect(text).toMatch(
      /baybook_gateway_messages_total\{direction="out",event="authenticated"\} \d+/,
    );
  });

  it("ends within ten seconds, and apps that lost it come back to the next", async () => {
    const own = await startGateway(url);
    const app = await connectApp(own.url, {
      reconnection: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    apps.push(app);
    const began = performance.now();
    expect(await own.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    const back = new Promise((done) => app.socket.once("connect", () => done("back")));
    const next = await startGateway(url, { GATEWAY_PORT: new URL(own.url).port });
    expect(await back).toBe("back");
    await app.ask("authenticate", { token: await tokenOf(await makeUser(db, "EvOwner")) });
    expect(app.told("authenticated")).toHaveLength(1);
    await next.stop();
    // Two gateways begin within it, which takes a busy machine its time.
  }, 90_000);

  it("lives and ends in order, whatever was sent before", async () => {
    expect(gateway.process.exitCode).toBe(null);
    expect(await gateway.stop()).toBe(0);
    expect(gateway.output()).not.toMatch(/unhandled|"level":[56]0/);
  });
});
