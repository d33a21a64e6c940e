import { createECDH, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { root } from "./paths";

const FILE = root(".data/demo-secrets.json");

const random = () => randomBytes(32).toString("base64url");

/** A pair of keys for Web Push (RFC 8292): browsers that subscribed with one ring with no other. */
function vapidPair() {
  const pair = createECDH("prime256v1");
  return {
    VAPID_PUBLIC_KEY: pair.generateKeys("base64url"),
    VAPID_PRIVATE_KEY: pair.getPrivateKey().toString("base64url"),
  };
}

/**
 * The demo's own secrets, made once and kept, so that sessions and subscriptions outlive a restart. Each but the keys
 * of Web Push, which are of a fixed form, begins with `demo`, by which a production start knows and refuses it. What
 * the environment sets goes before.
 */
export function demoSecrets(): Record<string, string> {
  const made = {
    NEXTAUTH_SECRET: `demo-${random()}`,
    JWT_KEYS: `demo-1:${random()}`,
    QR_KEYS: `demo-1:${random()}`,
    DATA_KEYS: `demo-1:${random()}`,
    METRICS_TOKEN: `demo-${random()}`,
    ...vapidPair(),
  };
  const kept: Record<string, string> = existsSync(FILE)
    ? JSON.parse(readFileSync(FILE, "utf8"))
    : {};
  const secrets = { ...made, ...kept };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [name, process.env[name] ?? value]),
  );
}
