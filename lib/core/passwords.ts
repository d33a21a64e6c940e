import { randomBytes } from "node:crypto";

import { hash, parseOptions, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { compare } from "bcryptjs";

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane (about 50 ms). argon2id is the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The commonest passwords: the list of zxcvbn-ts (MIT), 49,000 of which 18,000 are long enough to matter. */
const common = new Set(dictionary["passwords-common"]);

/** One spelling of what can be typed in several: accents composed or not are the same password. */
const spelled = (password: string) => password.normalize("NFKC");

let nobodys: Promise<string> | undefined;

/** Whether the password is among the commonest, whatever its letter case. */
export function isCommonPassword(password: string): boolean {
  return common.has(password) || common.has(spelled(password).toLowerCase());
}

/** The argon2id hash to store for a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(spelled(password), cost);
}

/** Whether a password is right, and whether its stored hash should be made anew. */
export interface PasswordVerdict {
  readonly matches: boolean;
  /** True when the hash is bcrypt, or argon2 of another cost than ours. */
  readonly outdated: boolean;
}

/**
 * Compares a password with a stored hash: argon2, or bcrypt as older systems kept it.
 * Without a hash (no such user, or none set yet) it takes as long and says no, so that time tells nothing.
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
): Promise<PasswordVerdict> {
  if (stored && /^\$2[aby]\$/.test(stored)) {
    return { matches: await compare(password, stored), outdated: true };
  }
  nobodys ??= hashPassword(randomBytes(32).toString("base64"));
  const matches = await verify(stored ?? (await nobodys), spelled(password));
  return { matches: matches && stored !== null, outdated: stored !== null && isOutdated(stored) };
}

function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return (
    !stored.startsWith("$argon2id$") ||
    memoryCost !== cost.memoryCost ||
    timeCost !== cost.timeCost ||
    parallelism !== cost.parallelism
  );
}
