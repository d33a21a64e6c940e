import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

import type { KeyRing, SigningKey } from "./config";

/**
 * Seals a short secret for the database, such as a device's push token: AES-256-GCM under the ring's first key,
 * `<key id>.<iv>.<tag>.<text>` in base64url. `about` (what it is and whose) is bound to it, so that a sealed text put
 * into another row does not open there.
 */
export function seal(keys: KeyRing, text: string, about: string): string {
  const [key] = keys;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", bytesOf(key), iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"));
  return [key.id, ...parts].join(".");
}

/** Opens what `seal` made, by whichever of the ring's keys. Throws a plain Error where none opens it. */
export function unseal(keys: KeyRing, sealed: string, about: string): string {
  const [id, ...parts] = sealed.split(".");
  const key = keys.find((one) => one.id === id);
  if (!key) throw new Error(`DATA_KEYS has no key ${id}, under which this was sealed.`);
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !text) throw new Error("This was not sealed by us.");
  const decipher = createDecipheriv("aes-256-gcm", bytesOf(key), iv, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
}

const bytesOf = ({ secret }: SigningKey) =>
  Buffer.from(hkdfSync("sha256", secret, "", "baybook sealed data", 32));
