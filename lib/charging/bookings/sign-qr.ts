import { createHmac, timingSafeEqual } from "node:crypto";

import type { KeyRing, SigningKey } from "@/lib/core/config";
import { isUuid } from "@/lib/core/ids";

/** What a QR code says: nothing about a person but a keyed hash (product.md, QR; C-39). */
export interface QrPayload {
  readonly bookingId: string;
  readonly ownerHash: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly keyId: string;
}

const mac = (key: SigningKey, text: string) => createHmac("sha256", key.secret).update(text);

/** The owner's id as only we can make it; it tells nothing to whoever reads the code. */
export function hashOwner(key: SigningKey, ownerId: string): string {
  return mac(key, `owner:${ownerId}`).digest().subarray(0, 16).toString("base64url");
}

/** Writes `v1.<payload>.<signature>`, signed with HMAC-SHA256 by the key (C-40). */
export function signQr(
  key: SigningKey,
  facts: { bookingId: string; ownerId: string; issuedAt: Date; expiresAt: Date },
): string {
  const payload = {
    b: facts.bookingId,
    o: hashOwner(key, facts.ownerId),
    i: facts.issuedAt.getTime(),
    e: facts.expiresAt.getTime(),
    k: key.id,
  };
  const signed = `v1.${Buffer.from(JSON.stringify(payload)).toString("base64url")}`;
  return `${signed}.${mac(key, signed).digest("base64url")}`;
}

/** Reads a token that one of the ring's keys signed, exactly as we wrote it; null for anything else. */
export function verifyQr(keys: KeyRing, token: string): QrPayload | null {
  const [, signed, body, signature] =
    /^(v1\.([\w-]{1,600}))\.([\w-]{43})$/.exec(token.trim()) ?? [];
  if (!signed || !body || !signature) return null;
  const payload = parsePayload(body);
  const key = payload && keys.find(({ id }) => id === payload.keyId);
  if (!key) return null;
  const expected = mac(key, signed).digest("base64url");
  return sameText(expected, signature) ? payload : null;
}

/** Compares in a time that does not depend on where the texts differ. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parsePayload(body: string): QrPayload | null {
  try {
    const { b, o, i, e, k }: Record<string, unknown> = JSON.parse(
      Buffer.from(body, "base64url").toString(),
    );
    if (typeof b !== "string" || !isUuid(b) || typeof o !== "string" || typeof k !== "string") {
      return null;
    }
    if (!Number.isSafeInteger(i) || !Number.isSafeInteger(e)) return null;
    return {
      bookingId: b,
      ownerHash: o,
      issuedAt: new Date(Number(i)),
      expiresAt: new Date(Number(e)),
      keyId: k,
    };
  } catch {
    return null;
  }
}
