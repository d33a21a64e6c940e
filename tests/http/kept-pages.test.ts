import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { raiseEdge } from "@/lib/http/edge/edge";
import { KeptPages, publicAsk } from "@/lib/http/edge/kept-pages";
import { missingFiles } from "@/lib/http/edge/missing-files";
import { contentSecurityPolicy } from "@/lib/http/security-headers";

/** Milliseconds by which the pages' age is told. */
let now = 0;
let made = 0;
let answer: { status?: number; headers?: Record<string, string> } = {};

/** Letters of two and three bytes count in its hash as they are sent. */
const script = "self.__next_f.push([1,'é – ලංකා'])";
const server = createServer((_request: IncomingMessage, response) => {
  made += 1;
  const nonce = Buffer.from(`nonce-${made}`).toString("base64");
  response.setHeader("Content-Security-Policy", contentSecurityPolicy({ nonce }));
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "private, no-store");
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  response.write(`<script src="/a.js" nonce="${nonce}"></script>`);
  response.end(`<script nonce="${nonce}">${script}</script><p>made`);
});

let url = "";
beforeAll(async () => {
  raiseEdge(server, {
    baseUrl: "https://charging.example",
    trustedProxies: 0,
    apiPaths: [],
    pages: new KeptPages(1_000_000, () => now),
    isMissing: missingFiles("public"),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  now += 100_000;
  made = 0;
  answer = {};
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, { headers, redirect: "manual" });
const station = "/stations/01a21fc1-a126-7061-a2f4-69d3f541828d";

describe("pages that everybody sees", () => {
  it.for([
    ["/", 5],
    [station, 5],
    ["/faq", 60],
  ] as const)("%s is made once in %i seconds", async ([path, seconds]) => {
    await get(path);
    now += seconds * 1_000 - 1;
    expect(await (await get(path)).text()).toContain("made");
    expect(made).toBe(1);
    now += 1;
    await get(path);
    expect(made).toBe(2);
  });

  it("carry no nonce, and a policy that lets just their own scripts run", async () => {
    for (const page of [await get("/faq"), await get("/faq")]) {
      const [text, policy] = [await page.text(), page.headers.get("content-security-policy")];
      expect(text).not.toContain("nonce");
      expect(text).toContain(`<script>${script}</script>`);
      const hash = createHash("sha256").update(script).digest("base64");
      expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
      expect(policy).not.toMatch(/nonce|strict-dynamic/);
    }
  });

  it("may be kept outside where they say no places, and are told apart by their tag", async () => {
    const faq = await get("/faq");
    expect(faq.headers.get("cache-control")).toBe(
      "public, max-age=0, s-maxage=60, must-revalidate",
    );
    expect(faq.headers.get("vary")).toContain("Cookie");
    const again = await get("/faq", { "if-none-match": faq.headers.get("etag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await get(station)).headers.get("cache-control")).toBe("private, no-store");
  });

  it("are packed for who understands it, and for nobody else", async () => {
    const packed = await get("/faq", { "accept-encoding": "gzip" });
    const plain = await get("/faq", { "accept-encoding": "identity" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await packed.text()).toBe(await plain.text());
    expect(made).toBe(1);
  });

  it.for([
    ["another language", "/faq", { "accept-language": "si" }],
    ["a phone with other maps", "/faq", { "user-agent": "Mozilla/5.0 (Linux; Android 15)" }],
    ["another choice of this browser", "/faq", { cookie: "baybook.theme=dark" }],
    ["another question", "/faq?version=2", {}],
  ] as const)("are others in %s", async ([, path, headers]) => {
    await get("/faq");
    await get(path, headers);
    expect(made).toBe(2);
  });

  it.for([
    ["somebody known", "/", { cookie: "a=b; baybook.session=x" }],
    ["an answer that says what changed", "/", { rsc: "1" }],
    ["the form of a booking", `${station}/book`, {}],
    ["a program", "/", { "user-agent": "Googlebot/2.1" }],
  ] as const)("are made each time for %s", async ([, path, headers]) => {
    await get(path, headers);
    const second = await get(path, headers);
    expect(made).toBe(2);
    expect(second.headers.get("content-security-policy")).toContain("nonce");
  });

  it.for([
    ["a fault", { status: 500 }],
    ["what is not there", { status: 404 }],
    ["what sets a cookie", { headers: { "set-cookie": "a=b" } }],
  ] as const)("are not kept where they are %s", async ([, instead]) => {
    answer = instead;
    await get("/");
    const second = await get("/");
    expect(second.status).toBe("status" in instead ? instead.status : 200);
    expect(await second.text()).toContain("made");
    expect(made).toBe(2);
  });

  it("let go of the oldest where there is no room", () => {
    const pages = new KeptPages(30_000, () => 0);
    const ask = (path: string) => publicAsk({ method: "GET", url: path, headers: {} });
    const [one, two] = [ask("/"), ask("/faq")];
    if (!one || !two) throw new Error("These are public pages.");
    const page = { headers: {}, etag: "", body: Buffer.alloc(20_000) };
    pages.keep(one, page);
    pages.keep(two, page);
    expect([pages.find(one), pages.find(two)]).toEqual([null, page]);
  });
});

describe("files that are not there", () => {
  it.for(["/icons/none.png", "/none.js", "/favicon-x.ico", "/wp-login.php"])(
    "%s is answered in a word, and no page is made",
    async (path) => {
      const none = await get(path);
      expect([none.status, await none.text(), made]).toEqual([404, "Not found", 0]);
      expect(none.headers.get("x-content-type-options")).toBe("nosniff");
    },
  );

  it.for([
    "/icons/icon-96.png",
    "/robots.txt",
    "/worker.js",
    "/icon.svg",
    "/apple-icon.png",
    "/sw.js",
    "/manifest.webmanifest",
    "/swagger/v1/swagger.json",
    "/api/v1/bookings/1/qr.png",
    "/_next/static/chunks/x.js",
    "/stations/none",
  ])("%s goes on", async (path) => {
    await get(path);
    expect(made).toBe(1);
  });
});
