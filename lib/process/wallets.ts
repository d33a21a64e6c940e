import { readFileSync } from "node:fs";

import type { Config } from "@/lib/core/config";

type Env = Readonly<Record<string, string | undefined>>;

/** What a wallet's issuer is known by; nothing of it is of use alone. */
const google = ["GOOGLE_WALLET_ISSUER", "GOOGLE_WALLET_SERVICE_ACCOUNT"] as const;
const apple = [
  "APPLE_WALLET_PASS_TYPE",
  "APPLE_WALLET_TEAM",
  "APPLE_WALLET_CERTIFICATE",
  "APPLE_WALLET_KEY",
  "APPLE_WALLET_WWDR",
] as const;
export const walletsTogether = [google, apple] as const;

/**
 * The issuers of passes for phones' wallets, each absent where it is not set. Secrets are a file's path, or its content.
 * Throws a plain Error that names the variable when one cannot be read.
 */
export function walletsOf(env: Env): NonNullable<Config["wallets"]> {
  return {
    ...(google.every((name) => env[name]) && { google: googleOf(env) }),
    ...(apple.every((name) => env[name]) && {
      apple: {
        passType: env.APPLE_WALLET_PASS_TYPE ?? "",
        team: env.APPLE_WALLET_TEAM ?? "",
        certificate: contentOf(env, "APPLE_WALLET_CERTIFICATE"),
        key: contentOf(env, "APPLE_WALLET_KEY"),
        wwdr: contentOf(env, "APPLE_WALLET_WWDR"),
      },
    }),
  };
}

function googleOf(env: Env) {
  const name = "GOOGLE_WALLET_SERVICE_ACCOUNT";
  const account = JSON.parse(contentOf(env, name)) as {
    client_email?: unknown;
    private_key?: unknown;
  };
  const { client_email: email, private_key: privateKey } = account;
  if (typeof email !== "string" || typeof privateKey !== "string") {
    throw new Error(`${name} has no client_email or no private_key.`);
  }
  return { issuerId: env.GOOGLE_WALLET_ISSUER ?? "", email, privateKey };
}

function contentOf(env: Env, name: string): string {
  const given = env[name] ?? "";
  if (/^\s*(\{|-----BEGIN )/.test(given)) return given;
  try {
    return readFileSync(given, "utf8");
  } catch {
    throw new Error(`${name}: the file could not be read.`);
  }
}
