import { describe, expect, it } from "vitest";

import { checkStart } from "@/lib/process/start-check";

const right = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://localhost/baybook",
  BASE_URL: "https://charging.example",
  JWT_KEYS: `2026a:${"j".repeat(32)}`,
  QR_KEYS: `2026a:${"q".repeat(32)}`,
  NEXTAUTH_SECRET: "n".repeat(32),
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

  it.each(["DATABASE_URL", "BASE_URL", "JWT_KEYS", "QR_KEYS", "NEXTAUTH_SECRET"])(
    "is refused without %s",
    (name) => expect(faults({ [name]: undefined })).toContain(`${name} is not set.`),
  );

  it.each([
    ["JWT_KEYS", `demo-1:${"j".repeat(32)}`, "a key of the demo"],
    ["QR_KEYS", `a:${"q".repeat(32)},demo-1:${"r".repeat(32)}`, "a key of the demo"],
    ["NEXTAUTH_SECRET", `demo-${"n".repeat(32)}`, "is the demo's"],
    ["METRICS_TOKEN", "demo-token", "is the demo's"],
    ["JWT_KEYS", "2026a:replace-me", "at least 32 characters"],
    ["NEXTAUTH_SECRET", "replace-me", "at least 32 characters"],
    ["QR_KEYS", right.JWT_KEYS, "must not share a secret"],
    ["NEXTAUTH_SECRET", "j".repeat(32), "must not share a secret"],
    ["JWT_KEYS", `a:${"j".repeat(32)},a:${"k".repeat(32)}`, "two keys alike"],
    ["BASE_URL", "charging.example", "BASE_URL must be an address"],
    ["BASE_URL", "ftp://charging.example", "BASE_URL must be an address"],
    ["BASE_URL", "https://charging.example/app", "BASE_URL must be an address"],
    ["BASE_URL", "https://baybook.example", "that of the example"],
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
    const local = { ...right, BASE_URL: "https://localhost:3000" };
    expect(checkStart({ ...local, TEST_CLOCK: "1", RATE_LIMITS: "off" })).toHaveLength(2);
    expect(checkStart({ ...right, BASE_URL: "http://10.0.0.7:3000" })).toHaveLength(1);
  });
});

it("takes the test clock on this machine alone", () => {
  expect(faults({ TEST_CLOCK: "1" })).toContain("TEST_CLOCK=1 is for tests");
  expect(faults({ TEST_CLOCK: "1", BASE_URL: "https://localhost.example" })).toContain(
    "TEST_CLOCK",
  );
  expect(faults({ TEST_CLOCK: "1", BASE_URL: "http://localhost:4000" })).toBe("none");
});

describe("a start of the demo", () => {
  it("may use the demo's secrets, but not none", () => {
    const demo = { BAYBOOK_DEMO: "1", JWT_KEYS: `demo-1:${"j".repeat(32)}` };
    expect(faults(demo)).toBe("none");
    expect(faults({ ...demo, QR_KEYS: undefined })).toContain("QR_KEYS is not set.");
  });
});
