import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Role } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { openSession, sealSession, sessionCookieName } from "@/lib/http/session-token";
import { config, proxy } from "@/proxy";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");
  vi.stubEnv("BASE_URL", "https://baybook.test");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const cookieFor = (role: Role) =>
  sealSession({ userId: newId(), sessionId: newId(), tokenVersion: 1, role });
const ask = (path: string, cookie?: string) =>
  proxy(
    new NextRequest(`https://baybook.test${path}`, {
      headers: cookie ? { cookie: `${sessionCookieName()}=${cookie}` } : {},
    }),
  );
const place = async (path: string, cookie?: string) => {
  const location = (await ask(path, cookie)).headers.get("location");
  return location?.replace("https://baybook.test", "") ?? "passes";
};

describe("addresses of the API", () => {
  it("C7: /swagger leads to the description", async () => {
    for (const path of ["/swagger", "/Swagger/index.html"]) {
      expect(await place(path), path).toBe("/api/docs");
    }
  });
});

describe("apps' live channel", () => {
  const led = async () => (await ask("/socket.io?EIO=4")).headers.get("x-middleware-rewrite");

  it("leads to the gateway, wherever that is now", async () => {
    expect(await led()).toBe(null);
    for (const gateway of ["http://10.0.0.7:9310", "http://gateway:9310/"]) {
      vi.stubEnv("GATEWAY_URL", gateway);
      expect(await led()).toBe(new URL("/socket.io/?EIO=4", gateway).href);
    }
    expect((await ask("/socket.iox")).headers.get("x-middleware-rewrite")).toBe(null);
  });
});

describe("the first gate", () => {
  it("sends nobody known to the login, which leads back", async () => {
    for (const area of ["admin", "backoffice", "operator", "owner"]) {
      expect(await place(`/${area}/x?y=1`)).toBe(`/login?next=%2F${area}%2Fx%3Fy%3D1`);
    }
    for (const path of ["/", "/login", "/stations/1", "/register"]) {
      expect(await place(path), path).toBe("passes");
    }
  });

  it("lets each role into its own area and sends it home from the others", async () => {
    const homes = {
      SystemAdmin: "/admin",
      Backoffice: "/backoffice",
      Operator: "/operator",
      EvOwner: "/owner",
    };
    for (const [role, home] of Object.entries(homes)) {
      const cookie = await cookieFor(role as Role);
      for (const area of Object.values(homes)) {
        expect(await place(`${area}/x`, cookie)).toBe(area === home ? "passes" : home);
      }
    }
  });

  it("leads the installed app to the home of whoever is signed in, and nobody to the front page", async () => {
    expect(await place("/start")).toBe("/");
    expect(await place("/start", await cookieFor("Operator"))).toBe("/operator");
    expect(await place("/start", await cookieFor("EvOwner"))).toBe("/owner");
  });

  it("does not believe a cookie that it did not seal, or one that has expired", async () => {
    const cookie = await cookieFor("EvOwner");
    // In the middle: of the last sign some bits say nothing.
    const middle = Math.floor(cookie.length / 2);
    const other = cookie[middle] === "x" ? "y" : "x";
    const forged = cookie.slice(0, middle) + other + cookie.slice(middle + 1);
    expect(await place("/owner", forged)).toContain("/login");
    vi.stubEnv("NEXTAUTH_SECRET", "another-nextauth-secret-0123456789ab");
    expect(await place("/owner", cookie)).toContain("/login");
    vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");
    vi.useFakeTimers({ now: Date.now() + 7 * 24 * 3600_000 + 60_000, toFake: ["Date"] });
    expect(await place("/owner", cookie)).toContain("/login");
  });

  it("renews a session that is a day old, for the same user and version", async () => {
    const cookie = await cookieFor("EvOwner");
    expect((await ask("/owner", cookie)).cookies.get(sessionCookieName())).toBeUndefined();
    vi.useFakeTimers({ now: Date.now() + 24 * 3600_000 + 1000, toFake: ["Date"] });
    const renewed = (await ask("/owner", cookie)).cookies.get(sessionCookieName());
    expect(renewed).toMatchObject({
      name: "__Host-baybook.session",
      httpOnly: true,
      secure: true,
      sameSite: "lax",
      path: "/",
    });
    const [before, after] = [await openSession(cookie), await openSession(renewed?.value)];
    expect(after).toMatchObject({ userId: before?.userId, tokenVersion: 1, role: "EvOwner" });
    expect(after?.sealedAt).toBeGreaterThan(before?.sealedAt ?? Infinity);
  });

  it("uses a plain cookie name where the site is not https", async () => {
    vi.stubEnv("BASE_URL", "http://localhost:3000");
    expect(sessionCookieName()).toBe("baybook.session");
    expect(await place("/owner", await cookieFor("EvOwner"))).toBe("passes");
  });
});

describe("every page", () => {
  it("has a policy with a nonce of its own, which reaches the page", async () => {
    const [first, second] = [await ask("/"), await ask("/")];
    const policy = first.headers.get("content-security-policy") ?? "";
    const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
    expect(nonce).toMatch(/^[\w+/=]{40,}$/);
    expect(second.headers.get("content-security-policy")).not.toContain(nonce);
    expect(first.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
    expect(first.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("img-src 'self' data: blob: https://tile.openstreetmap.org;");
  });

  it("may load tiles from where TILE_URL says", async () => {
    const images = async (address: string) => {
      vi.stubEnv("TILE_URL", address);
      const policy = (await ask("/")).headers.get("content-security-policy") ?? "";
      return /img-src ([^;]*)/.exec(policy)?.[1];
    };
    expect(await images("https://{s}.tiles.example:8443/{z}/{x}/{y}.png?key=1")).toBe(
      "'self' data: blob: https://*.tiles.example:8443",
    );
    expect(await images("/tiles/{z}/{x}/{y}.png")).toBe("'self' data: blob:");
    expect(await images("https://a.example; script-src *")).toBe(
      "'self' data: blob: https://a.example",
    );
  });

  it("has the other headers, and HSTS over https alone", async () => {
    const { headers } = await ask("/");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("permissions-policy")).toContain("camera=(self), geolocation=(self)");
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=63072000/);
    vi.stubEnv("BASE_URL", "http://localhost:3000");
    expect((await ask("/")).headers.get("strict-transport-security")).toBeNull();
  });

  it("has them on a redirection too", async () => {
    const { status, headers } = await ask("/owner");
    expect(status).toBe(307);
    expect(headers.get("x-frame-options")).toBe("DENY");
  });
});

describe("the matcher", () => {
  const matches = (path: string) =>
    config.matcher.some(
      (pattern) =>
        typeof pattern === "string" &&
        new RegExp(`^${pattern.replace("/:path*", "(?:/.*)?")}$`).test(path),
    );

  it("takes pages, and leaves the API, its description and files alone", () => {
    for (const path of ["/", "/login", "/owner/bookings"]) {
      expect(matches(path), path).toBe(true);
    }
    for (const path of [
      "/api/v1/stations",
      // Its policy lets Swagger UI run; with a page's nonce beside it, nothing there would.
      "/api/docs",
      "/api/docs/start.js",
      "/api/auth/session",
      "/_next/static/x.js",
      "/sw.js",
      "/worker.js",
      "/ring.js",
      "/leave.js",
    ]) {
      expect(matches(path), path).toBe(false);
    }
  });
});
