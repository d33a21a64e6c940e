import { createServer, type IncomingMessage, request as ask } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { apiPaths } from "@/app/api/paths";
import { addressOf } from "@/lib/http/address";
import { raiseEdge } from "@/lib/http/edge/edge";
import { answerInstead } from "@/lib/http/edge/request-note";

import { pour } from "../support/pour";

const site = { baseUrl: "https://charging.example", apiPaths };
/** What came through the edge. */
const seen: { request: IncomingMessage; body: string; address: string }[] = [];

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const address = addressOf(new Headers({ "x-forwarded-for": header(request) }));
    seen.push({ request, body: Buffer.concat(parts).toString(), address });
    if (request.url === "/fails") {
      answerInstead(503, 2);
      response.statusCode = 500;
    }
    response.end("seen");
  });
});
const header = ({ headers }: IncomingMessage) => String(headers["x-forwarded-for"]);

let url = "";
beforeAll(async () => {
  raiseEdge(server, { ...site, trustedProxies: 0, graceMs: 2_000 });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  seen.length = 0;
});

/** Sends the text as it is, and reads until the connection ends or `enough` was read. */
const raw = (text: string, enough: RegExp) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let read = "";
    socket.setEncoding("utf8").on("data", (part) => {
      read += part;
      if (enough.test(read)) socket.destroy();
    });
    socket.on("close", () => resolve(read)).on("error", reject);
    socket.write(text);
  });

const form = { "content-type": "application/x-www-form-urlencoded" };

describe("the edge", () => {
  it("A1: drops the address that a client chose for itself", async () => {
    await fetch(url, { headers: { "x-forwarded-for": "10.9.8.7", forwarded: "for=10.9.8.7" } });
    expect(seen[0]?.request.headers).toMatchObject({ "x-forwarded-for": "127.0.0.1" });
    expect(seen[0]?.request.headers.forwarded).toBeUndefined();
    expect(seen[0]?.address).toBe("127.0.0.1");
  });

  it.for([
    ["/api/v1/stations/Nearby?Radius=5", "/api/v1/stations/nearby?Radius=5"],
    ["/API/V1/STATIONS/MAP", "/api/v1/stations/map"],
    ["/api/v1/stations/%4Eearby", "/api/v1/stations/nearby"],
    ["/api/v1/Stations/ABC-1/Holds/Preview", "/api/v1/stations/ABC-1/holds/preview"],
    ["/api/v1/Stations/ABC-1/Holds/ABC-2", "/api/v1/stations/ABC-1/holds/ABC-2"],
    ["/api/v1/owners/200212345V/Deactivate", "/api/v1/owners/200212345V/deactivate"],
    ["/api/v1/Receipts/HUD-000001%2F2", "/api/v1/receipts/HUD-000001%2F2"],
    ["/api/v1/bookings/1/QR.png", "/api/v1/bookings/1/qr.png"],
    ["/api/Health/READY", "/api/health/ready"],
    // No file has these: who has names there looks for them in any letter case, too.
    ["/API/Booking/1?x=%20y", "/api/Booking/1?x=%20y"],
    ["/api/v1/Nothing", "/api/v1/Nothing"],
    ["/api/auth/LOGIN", "/api/auth/LOGIN"],
    ["/apia/B", "/apia/B"],
    ["/Stations/Nearby", "/Stations/Nearby"],
    ["/api/v1/Stations/%ZZ", "/api/v1/stations/%25ZZ"],
  ])("C5: %s asks for %s", async ([asked, found]) => {
    await fetch(url + asked);
    expect(seen[0]?.request.url).toBe(found);
  });

  it("A1: believes as many proxies as it is told of", async () => {
    const behind = createServer((request, response) => response.end(header(request)));
    raiseEdge(behind, { ...site, trustedProxies: 1 });
    await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
    const headers = { "x-forwarded-for": "10.9.8.7, 2001:db8:1:2:3::4" };
    const { port } = behind.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}`, { headers });
    expect(await answer.text()).toBe("2001:db8:1:2::/64");
    behind.close();
  });

  it("A2: counts what is held for each client, not for the proxy that they come through", async () => {
    const behind = createServer((request, response) => {
      request.resume().on("end", () => response.end("seen"));
    });
    raiseEdge(behind, { ...site, trustedProxies: 1 });
    await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
    const { port } = behind.address() as AddressInfo;
    const send = (from: string) =>
      ask({ port, method: "POST", path: "/api/v1/x", headers: { "x-forwarded-for": from } });
    const part = Buffer.alloc(9 * 1024 * 1024);
    const unfinished = [1, 2, 3].map(() => send("203.0.113.66").on("error", () => {}));
    await Promise.all(
      unfinished.map((one) => new Promise<void>((resolve) => one.write(part, () => resolve()))),
    );
    const statusOf = (from: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const one = send(from);
        one.on("response", (answer) => resolve(answer.resume().statusCode)).on("error", reject);
        one.end(part);
      });
    await pause(200);
    expect(await statusOf("198.51.100.7")).toBe(200);
    expect(await statusOf("203.0.113.66")).toBe(503);
    for (const one of unfinished) one.destroy();
    behind.closeAllConnections();
    behind.close();
  });

  it("A1: takes no header for an address that did not come through it", () => {
    expect(addressOf(new Headers({ "x-forwarded-for": "192.0.2.1" }))).toBe("unknown");
  });

  it("A22: tells nobody a host that a client chose", async () => {
    await fetch(url, { headers: { "x-forwarded-host": "evil.test", "x-forwarded-proto": "http" } });
    expect(seen[0]?.request.headers["x-forwarded-host"]).toBeUndefined();
    expect(seen[0]?.request.headers["x-forwarded-proto"]).toBe("https");
  });

  it("A2: hands a whole body over, in parts and with a length", async () => {
    const parts = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (const part of ["one ", "two ", "three"]) {
          controller.enqueue(new TextEncoder().encode(part));
          await pause(20);
        }
        controller.close();
      },
    });
    const init = { method: "POST", body: parts, duplex: "half", headers: form } as RequestInit;
    expect((await fetch(`${url}/api/auth/x`, init)).status).toBe(200);
    expect((await fetch(`${url}/page`, { method: "POST", body: "a whole one" })).status).toBe(200);
    expect(seen.map(({ body }) => body)).toEqual(["one two three", "a whole one"]);
  });

  it.for([
    ["/api/auth/callback/credentials", 16 * 1024, "request.form_too_large"],
    ["/stations", 1024 * 1024, "request.too_large"],
    ["/api/v1/stations/import", 10 * 1024 * 1024 + 64 * 1024, "request.too_large"],
  ] as const)(
    "A2: lets %s have %i bytes, with a length and without",
    async ([path, most, code]) => {
      const send = (body: RequestInit["body"]) =>
        fetch(url + path, { method: "POST", headers: form, body, duplex: "half" } as RequestInit);
      const streamed = (size: number) => new Blob([new Uint8Array(size)]).stream();
      expect((await send(new Uint8Array(most))).status).toBe(200);
      expect((await send(streamed(most))).status).toBe(200);
      for (const body of [new Uint8Array(most + 1), streamed(most + 1)]) {
        const refused = await send(body);
        expect(refused.status).toBe(413);
        expect(await refused.json()).toMatchObject({ error: "PayloadTooLarge", code });
      }
      expect(seen).toHaveLength(2);
    },
  );

  it("A2: says why while the sender goes on, and serves the same connection afterwards", async () => {
    const body = "a".repeat(40_000);
    const text =
      `POST /api/auth/x HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}` +
      "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";
    const answer = await raw(text, /seen$/);
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*HTTP\/1\.1 200 /);
    expect(seen.map(({ request }) => request.url)).toEqual(["/next"]);
  });

  it("A2: ends a sender who goes on as if nothing had been answered", async () => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const [part, parts] = [Buffer.alloc(1024 * 1024), 1000];
    const length = parts * part.length;
    socket.resume().write(`POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`);
    expect(await pour(socket, part, parts)).toBeLessThan(parts);
  });

  it("A22: ends a body that drips, and never hands it over", { timeout: 20_000 }, async () => {
    const text = "POST /page HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc";
    expect(await raw(text, /\r\n\r\n$/)).toMatch(/^HTTP\/1\.1 408 /);
    expect(seen).toEqual([]);
  });

  it("A22: bears with a sender who is silent for a while", { timeout: 20_000 }, async () => {
    const sending = ask(`${url}/page`, { method: "POST", headers: { "content-length": 9_000 } });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      sending.on("response", (answer) => resolve(answer.resume().statusCode)).on("error", reject);
    });
    sending.write("a".repeat(8_999));
    await pause(5_000);
    sending.end("b");
    expect(await answered).toBe(200);
  });

  it("answers who asks to go on in another protocol as if they had not", async () => {
    server.on("upgrade", () => {});
    const text = "GET /zzz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
    expect(await raw(text, /seen/)).toMatch(/^HTTP\/1\.1 200 /);
    server.removeAllListeners("upgrade");
  });

  it("lets apps go on by WebSocket on their live channel alone, where there is a gateway", async () => {
    const led: IncomingMessage[] = [];
    const open = createServer((_request, response) => response.end("seen"));
    open.on("upgrade", (request, socket) => {
      led.push(request);
      socket.end(
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      );
    });
    raiseEdge(open, { ...site, trustedProxies: 0, hasGateway: true });
    await new Promise<void>((resolve) => open.listen(0, "127.0.0.1", resolve));
    const { port } = open.address() as AddressInfo;
    const asked = (path: string, upgrade: string) =>
      new Promise<number | undefined>((resolve) => {
        const headers = { connection: "Upgrade", upgrade, "x-forwarded-for": "10.9.8.7" };
        const sent = ask({ port, path, headers });
        sent.on("upgrade", ({ statusCode }, socket) => {
          socket.destroy();
          resolve(statusCode);
        });
        sent.on("response", (answer) => resolve(answer.resume().statusCode));
        sent.end();
      });
    expect(await asked("/socket.io/?EIO=4&transport=websocket", "websocket")).toBe(101);
    expect(led[0]?.url).toBe("/socket.io?EIO=4&transport=websocket");
    expect(led[0]?.headers["x-forwarded-for"]).toBe("127.0.0.1");
    for (const [path, upgrade] of [
      ["/socket.io/", "h2c"],
      ["/socket.io/x", "websocket"],
      ["/api/live", "websocket"],
      ["/", "websocket"],
    ] as const) {
      expect(await asked(path, upgrade), path).toBe(200);
    }
    expect(led).toHaveLength(1);
    open.close();
  });

  it("leaves to the gateway whose page sends to the live channel", async () => {
    const from = { method: "POST", headers: { ...form, origin: "https://elsewhere.example" } };
    expect((await fetch(`${url}/socket.io/?EIO=4`, from)).status).toBe(200);
    expect((await fetch(`${url}/socket.io/x`, from)).status).toBe(403);
  });

  it("does nothing for a sender who went away before the end", async () => {
    const sending = ask(`${url}/page`, { method: "POST", headers: { "content-length": 100 } });
    sending.on("error", () => {});
    sending.write("half");
    await pause(50);
    sending.destroy();
    await pause(50);
    expect(seen).toEqual([]);
  });

  it.for([
    ["/stations/%ZZ?a=%ZZ", "/stations/%25ZZ?a=%ZZ"],
    ["/api/v1/stations/%E0%A4%A", "/api/v1/stations/%25E0%25A4%25A"],
    ["/stations/%E2%82%AC/a%20b?x=%20", "/stations/%E2%82%AC/a%20b?x=%20"],
  ])("A10: reads %s as %s", async ([path, read]) => {
    await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`, /seen$/);
    expect(seen.map(({ request }) => request.url)).toEqual([read]);
  });

  it("A22: answers TRACE and what is no method of ours with 405", async () => {
    for (const method of ["TRACE", "PROPFIND"]) {
      const answer = await raw(`${method} / HTTP/1.1\r\nHost: a\r\n\r\n`, /\}$/);
      expect(answer, method).toMatch(/^HTTP\/1\.1 405 /);
      expect(answer.toLowerCase()).toContain("\r\nallow: get, head, post");
      expect(answer).toContain('"code":"request.method"');
    }
    expect(seen).toEqual([]);
  });

  it("A22: refuses an action from a page of another site with 403", async () => {
    const send = (origin?: string, path = "/stations") =>
      fetch(url + path, { method: "POST", body: "x", headers: origin ? { origin } : {} });
    const refused = await send("https://evil.example");
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: "request.origin" });
    expect((await send("null")).status).toBe(403);
    for (const own of [url, "https://charging.example", undefined]) {
      expect((await send(own)).status).toBe(200);
    }
    // The API asks where a cookie is sent, and lets tokens through.
    expect((await send("https://evil.example", "/api/v1/bookings")).status).toBe(200);
  });

  it("A18: lets a page that fails say that it was not its fault", async () => {
    const answer = await fetch(`${url}/fails`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
  });
});
