import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ worker: false, env: { RATE_LIMITS: "on" } });
}, 120_000);
afterAll(() => server?.stop());

/** A browser as far as cookies go. */
function browser() {
  const jar = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(server.url + path, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const signIn = async (username: string, password: string) => {
    const { csrfToken } = (await (await ask("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ username, password, csrfToken, json: "true" });
    const response = await ask("/api/auth/callback/credentials", { method: "POST", body });
    const { url } = (await response.json()) as { url: string };
    const error = new URL(url).searchParams.get("error");
    const cookies = response.headers.getSetCookie();
    return { refusal: error ? JSON.parse(error) : null, cookies };
  };
  return { ask, signIn, jar };
}

const place = (response: Response) =>
  response.headers.get("location")?.replace(server.url, "") ?? String(response.status);

describe("the browser's login", () => {
  it("sets a cookie that no script reads, and that opens the own area alone", async () => {
    const { ask, signIn } = browser();
    expect(place(await ask("/admin"))).toBe("/login?next=%2Fadmin");
    const { refusal, cookies } = await signIn(server.admin.email, server.admin.password);
    expect(refusal).toBeNull();
    const session = cookies.find((line) => line.startsWith("baybook.session="));
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
    expect(session).toMatch(/Path=\//i);
    expect((await ask("/admin")).status).toBe(200);
    expect(place(await ask("/owner"))).toBe("/admin");
    expect((await ask("/api/v1/auth/me")).status).toBe(200);
  });

  it("A7: ends on the server at next-auth's own address for signing out", async () => {
    const { ask, signIn, jar } = browser();
    await signIn(server.admin.email, server.admin.password);
    const kept = `baybook.session=${jar.get("baybook.session")}`;
    const me = () => fetch(`${server.url}/api/v1/auth/me`, { headers: { cookie: kept } });
    expect((await me()).status).toBe(200);
    const { csrfToken } = (await (await ask("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, json: "true" });
    expect((await ask("/api/auth/signout", { method: "POST", body })).status).toBe(200);
    expect((await me()).status).toBe(401);
  });

  it("asks for this site's own Origin before it changes anything", async () => {
    const { ask, signIn } = browser();
    await signIn(server.admin.email, server.admin.password);
    const logout = (origin?: string) =>
      ask("/api/v1/auth/logout", {
        method: "POST",
        headers: { "content-type": "application/json", ...(origin && { origin }) },
        body: "{}",
      });
    expect((await logout()).status).toBe(403);
    expect((await logout("https://evil.example")).status).toBe(403);
    expect((await logout(server.url)).status).toBe(200);
    expect((await ask("/api/v1/auth/me")).status).toBe(401);
    expect(place(await ask("/admin"))).toMatch(/^\/login/);
  });

  it("refuses in the API's words, and under the API's limit per account", async () => {
    const { signIn } = browser();
    for (let round = 0; round < 10; round += 1) {
      const { refusal } = await signIn("limited@example.test", "wrong");
      expect(refusal).toMatchObject({ code: "login.failed" });
    }
    const { refusal } = await signIn("limited@example.test", "wrong");
    expect(refusal).toMatchObject({ code: "request.rate_limited" });
    const api = await fetch(`${server.url}/api/v1/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: "Limited@example.test", password: "wrong" }),
    });
    expect(api.status).toBe(429);
  });

  it("hands api/auth/login, in any letter case, to the core names", async () => {
    for (const path of ["/api/Auth/login", "/api/auth/login", "/api/AUTH/LOGIN"]) {
      const response = await fetch(server.url + path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ username: server.admin.email, password: server.admin.password }),
      });
      expect(response.status, path).toBe(200);
      expect(await response.json(), path).toMatchObject({ role: "SystemAdmin" });
    }
  });

  it("never leads to another site", async () => {
    const { ask } = browser();
    const { csrfToken } = (await (await ask("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({
      username: server.admin.email,
      password: server.admin.password,
      csrfToken,
      json: "true",
      callbackUrl: "https://evil.example/",
    });
    const response = await ask("/api/auth/callback/credentials", { method: "POST", body });
    expect(new URL(((await response.json()) as { url: string }).url).origin).toBe(server.url);
  });
});

describe("every page", () => {
  it("carries its nonce in the policy and on each of its scripts", async () => {
    const response = await fetch(`${server.url}/login`);
    const policy = response.headers.get("content-security-policy") ?? "";
    const [, nonce = "none"] = /'nonce-([^']+)'/.exec(policy) ?? [];
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(response.headers.get("x-frame-options")).toBe("DENY");
  });
});
