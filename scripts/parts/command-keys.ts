import { randomBytes } from "node:crypto";

/** A command that signs nothing asks for no keys: what stands in their place works for this run alone. */
export function commandKeys(): { readonly JWT_KEYS: string; readonly QR_KEYS: string } {
  const key = `import:${randomBytes(32).toString("base64url")}`;
  return { JWT_KEYS: key, QR_KEYS: key };
}
