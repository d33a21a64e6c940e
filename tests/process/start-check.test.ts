import { createHash } from "node:crypto";

import { describe, expect, it } from "vitest";

import { checkStart } from "@/lib/process/start-check";
import { readConfig } from "@/lib/process/wiring";

const [jwtSecret, qrSecret, dataSecret, cookieSecret, otherSecret] = [
  "jwt",
  "qr",
  "data",
  "cookie",
  "other",
].map((name) => createHash("sha256").update(name).digest("hex")) as [
  string,
  string,
  string,
  string,
  string,
];
const right = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://localhost/baybook",
  BASE_URL: "https://charging.example",
  JWT_KEYS: `2026a:${jwtSecret}`,
  QR_KEYS: `2026a:${qrSecret}`,
  DATA_KEYS: `2026a:${dataSecret}`,
  NEXTAUTH_SECRET: cookieSecret,
  UPLOADS_DIR: "/srv/baybook/uploads",
};
const faults = (over: Record<string, string | undefined>) => {
  try {
    checkStart({ ...right, ...over });
    return "none";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("a start in production", () => {
  it("passes with secrets of its own, and has nothing to warn of", () => {
    expect(checkStart(right)).toEqual([]);
  });

  it.each(["DATABASE_URL", "BASE_URL", "JWT_KEYS", "QR_KEYS", "DATA_KEYS", "NEXTAUTH_SECRET"])(
    "is refused without %s",
    (name) => expect(faults({ [name]: undefined })).toContain(`${name} is not set.`),
  );

  it.each([
    ["JWT_KEYS", `demo-1:${jwtSecret}`, "a key of the demo"],
    ["QR_KEYS", `a:${qrSecret},demo-1:${otherSecret}`, "a key of the demo"],
    ["NEXTAUTH_SECRET", `demo-${cookieSecret}`, "is the demo's"],
    ["METRICS_TOKEN", "demo-token", "is the demo's"],
    ["JWT_KEYS", "2026a:replace-me", "at least 32 characters"],
    ["NEXTAUTH_SECRET", "replace-me", "at least 32 characters"],
    ["QR_KEYS", right.JWT_KEYS, "must not share a secret"],
    ["NEXTAUTH_SECRET", jwtSecret, "must not share a secret"],
    ["JWT_KEYS", `a:${jwtSecret},a:${otherSecret}`, "two keys alike"],
    ["BASE_URL", "charging.example", "BASE_URL must be an address"],
    ["BASE_URL", "ftp://charging.example", "BASE_URL must be an address"],
    ["BASE_URL", "https://charging.example/app", "BASE_URL must be an address"],
    ["BASE_URL", "https://baybook.example", "that of the example"],
    ["JWT_KEYS", `a:${"a".repeat(32)}`, "JWT_KEYS is easily guessed"],
    ["QR_KEYS", `a:${"ab".repeat(16)}`, "QR_KEYS is easily guessed"],
    ["NEXTAUTH_SECRET", "change-me!".repeat(4), "NEXTAUTH_SECRET is easily guessed"],
    ["METRICS_TOKEN", "x", "METRICS_TOKEN must have at least 32 characters"],
    ["METRICS_TOKEN", "0".repeat(40), "METRICS_TOKEN is easily guessed"],
    ["METRICS_TOKEN", jwtSecret, "must not share a secret"],
    ["TEST_CLOCK", "1", "TEST_CLOCK=1 is for tests"],
    ["WEBHOOKS_PRIVATE", "1", "WEBHOOKS_PRIVATE=1 is for tests"],
    ["RATE_LIMITS", "off", "RATE_LIMITS=off is for tests"],
    ["TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES must be a number"],
    ["TRUSTED_PROXIES", "all", "TRUSTED_PROXIES must be a number"],
  ])("is refused with %s=%s", (name, value, words) => {
    expect(faults({ [name]: value })).toContain(words);
  });

  it("names every fault at once", () => {
    const said = faults({ JWT_KEYS: undefined, QR_KEYS: "x", BASE_URL: undefined });
    expect(said.match(/^- /gm)).toHaveLength(3);
  });

  it("warns of what is for tests, of a plain connection, and of files in a place nobody chose", () => {
    expect(checkStart({ ...right, UPLOADS_DIR: undefined })).toHaveLength(1);
    const test = { ...right, BAYBOOK_TEST: "1", TEST_CLOCK: "1", RATE_LIMITS: "off" };
    expect(checkStart(test)).toHaveLength(3);
    expect(checkStart({ ...right, BASE_URL: "http://10.0.0.7:3000" })).toHaveLength(1);
  });
});

it("A20: asks a worker for none of the secrets that it has no use for", () => {
  const { DATABASE_URL, BASE_URL, UPLOADS_DIR } = right;
  const start = { NODE_ENV: "production", DATABASE_URL, BASE_URL, UPLOADS_DIR };
  expect(checkStart(start, "worker")).toEqual([]);
  expect(() => checkStart({ ...start, DATABASE_URL: "" }, "worker")).toThrow("DATABASE_URL");
  const config = readConfig({ ...start, JWT_KEYS: right.JWT_KEYS });
  expect(config.accessTokenKeys).toHaveLength(1);
  expect(() => config.qrKeys).toThrow("QR_KEYS");
});

it("A20: asks a gateway for the key of access tokens alone, and for an address that is one", () => {
  const { DATABASE_URL, BASE_URL, UPLOADS_DIR, JWT_KEYS } = right;
  const start = { NODE_ENV: "production", DATABASE_URL, BASE_URL, UPLOADS_DIR, JWT_KEYS };
  expect(checkStart(start, "gateway")).toEqual([]);
  expect(() => checkStart({ ...start, JWT_KEYS: "" }, "gateway")).toThrow("JWT_KEYS");
  expect(checkStart({ ...right, GATEWAY_URL: "http://gateway:9310" })).toEqual([]);
  for (const GATEWAY_URL of [
    "gateway:9310",
    "ws://gateway:9310",
    "http://gateway:9310/socket.io",
  ]) {
    expect(() => checkStart({ ...right, GATEWAY_URL })).toThrow("GATEWAY_URL");
  }
});

it("A6: takes the tests' switches nowhere in production, wherever it listens", () => {
  for (const BASE_URL of ["http://localhost:4000", "http://127.0.0.1:4000", right.BASE_URL]) {
    expect(faults({ TEST_CLOCK: "1", RATE_LIMITS: "off", BASE_URL }).match(/^- /gm)).toHaveLength(
      2,
    );
  }
});

it("A21: takes secrets as people make them by chance", () => {
  for (const made of [
    ["openssl rand -hex 16", "0e3f5ad94c7b21886a90d1f2c3b4e5a7"],
    ["openssl rand -base64 24", "q1Zr8Xo2Vn5Yc7Lk0Hs3Wd9Gf4Jb6Tm1"],
  ]) {
    expect(faults({ NEXTAUTH_SECRET: made[1] }), made[0]).toBe("none");
  }
});

describe("a start of the demo", () => {
  it("may use the demo's secrets, but not none", () => {
    const demo = { BAYBOOK_DEMO: "1", JWT_KEYS: `demo-1:${jwtSecret}` };
    expect(faults(demo)).toBe("none");
    expect(faults({ ...demo, QR_KEYS: undefined })).toContain("QR_KEYS is not set.");
  });
});
