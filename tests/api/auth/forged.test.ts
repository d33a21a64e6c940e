import { createHmac } from "node:crypto";

import { afterAll, describe, expect, it, vi } from "vitest";

import { testApi } from "../../support/api";
import { cookieFor, tokenFor } from "../../support/sign-in";
import { makeBusiness, makeUser, testConfig } from "../../support/world";

vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");
afterAll(() => vi.unstubAllEnvs());

const { call, db } = await testApi();
const owner = await makeUser(db, "EvOwner");
const office = await makeUser(db, "Backoffice", { businessId: (await makeBusiness(db)).id });
const [{ id: kid, secret }] = testConfig.accessTokenKeys;
const good = await tokenFor(owner);
const [head = "", body = "", signature = ""] = good.split(".");
const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const header = read(head);
const claims = read(body);

/** A token of these parts, signed as its writer says, by the real key unless another is named. */
function forge(
  over: object,
  { alg = "HS256", key = secret as string | Buffer, more = {} } = {},
): string {
  const signed = `${write({ ...header, alg, ...more })}.${write({ ...claims, ...over })}`;
  const digest = createHmac(`sha${alg.slice(2)}`, key)
    .update(signed)
    .digest("base64url");
  return `${signed}.${digest}`;
}
const unsigned = (alg: string, over = {}) =>
  `${write({ ...header, alg })}.${write({ ...claims, ...over })}.`;
const soon = Math.floor(Date.now() / 1000) + 600;

const forgeries: Readonly<Record<string, string>> = {
  "alg none": unsigned("none"),
  "alg none, as an admin": unsigned("none", { role: "SystemAdmin" }),
  "alg NoNe": unsigned("NoNe"),
  "alg empty": unsigned(""),
  "none with the old signature": `${write({ ...header, alg: "none" })}.${body}.${signature}`,
  "no signature": `${head}.${body}.`,
  "two parts": `${head}.${body}`,
  "another's payload": `${head}.${write({ ...claims, sub: office.userId })}.${signature}`,
  "an empty key": forge({}, { key: Buffer.from([0]) }),
  "another key": forge({}, { key: "x".repeat(40) }),
  "the key's id as its key": forge({}, { key: kid }),
  "HS384 of the real key": forge({}, { alg: "HS384" }),
  "HS512 of the real key": forge({}, { alg: "HS512" }),
  "kid of a file": forge({}, { more: { kid: "../../dev/null" }, key: Buffer.from([0]) }),
  "kid of SQL": forge({}, { more: { kid: "x' union select 'k" } }),
  "no kid": forge({}, { more: { kid: undefined } }),
  "a key of its own (jwk)": forge(
    {},
    { more: { kid: "own", jwk: { kty: "oct", k: "eA" } }, key: "x" },
  ),
  "a key elsewhere (jku)": forge({}, { more: { kid: "j", jku: "https://evil.test/jwks" } }),
  "an unknown crit": forge({}, { more: { crit: ["x"], x: 1 } }),
  "b64 false": forge({}, { more: { crit: ["b64"], b64: false } }),
  "another issuer": forge({ iss: "evil" }),
  "another audience": forge({ aud: "evil" }),
  expired: forge({ exp: 1 }),
  "not yet": forge({ nbf: soon }),
  "never expiring": forge({ exp: undefined }),
  "exp of text": forge({ exp: "9999999999" }),
  "another login session": forge({ sid: office.userId }),
  "another version": forge({ ver: 2 }),
};

describe("an access token", () => {
  it.each(Object.entries(forgeries))("is refused: %s", async (_name, token) => {
    const answer = await call("GET", "/api/v1/auth/me", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([answer.status, answer.body.error]).toEqual([401, "Unauthorized"]);
  });

  it("gives no role, business or station, even signed by the real key: the database does", async () => {
    const token = forge({ role: "SystemAdmin", businessId: office.businessId, stationIds: ["x"] });
    const headers = { authorization: `Bearer ${token}` };
    expect((await call("GET", "/api/v1/auth/me", { headers })).body.data.role).toBe("EvOwner");
    for (const path of ["/api/v1/users", "/api/v1/operators", "/api/v1/settings"]) {
      expect((await call("GET", path, { headers })).status, path).toBe(403);
    }
  });
});

describe("a change by the browser's cookie", () => {
  const { baseUrl } = testConfig;
  const { host } = new URL(baseUrl);
  const change = async (headers: Record<string, string>) =>
    call("PUT", "/api/v1/settings", {
      headers: { cookie: await cookieFor(db, office), host, ...headers },
      body: {},
    });

  it.each([
    "https://evil.test",
    "null",
    "",
    `${baseUrl}.evil.test`,
    `https://evil.test/${baseUrl}`,
    `${baseUrl}@evil.test`,
    `http://sub.${host}`,
    `http://${host}:81`,
    "javascript:alert(1)",
    "file://",
    `//${host}`,
  ])("is refused from %j", async (origin) => {
    const { status, body, headers } = await change({ origin });
    expect([status, body.code]).toEqual([403, "request.origin"]);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("is refused where nobody says from where, and taken from this site", async () => {
    expect((await change({})).body.code).toBe("request.origin");
    expect((await change({ origin: baseUrl })).body.code).not.toBe("request.origin");
  });

  it("is refused in forms that a page of another site may send without asking", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      const { status } = await change({ origin: "https://evil.test", "content-type": type });
      expect(status, type).toBe(403);
    }
  });
});
