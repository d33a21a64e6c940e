import { errors, importPKCS8, jwtVerify, SignJWT } from "jose";

import type { Role } from "./actor";
import type { KeyRing } from "./config";
import { contractNamed, type Contract } from "./contract";
import { fail } from "./errors";
import { remember } from "./remember";

const issuer = "baybook";
const audience = "baybook.clients";
const algorithm = "HS256";

/** Who a token speaks for, and the facts that clients read from it (api.md, Auth). */
export interface AccessClaims {
  readonly userId: string;
  readonly role: Role;
  readonly businessId: string | null;
  readonly stationIds: readonly string[];
  readonly ownerNic: string | null;
  /** In which contract it was asked for; its requests speak that where they say no other. */
  readonly contract?: Contract | undefined;
  /** The login session that it belongs to. */
  readonly sessionId: string;
  /** The user's token version when it was signed; the database's word decides. */
  readonly tokenVersion: number;
}

/** All that the server takes from a token; everything else it asks the database. */
export interface AccessProof {
  readonly userId: string;
  readonly sessionId: string;
  readonly tokenVersion: number;
  readonly contract?: Contract | undefined;
}

/** What a bearer token proves, and when that ends. */
export interface TokenProof extends AccessProof {
  readonly expiresAt: Date;
}

const bytes = (secret: string) => new TextEncoder().encode(secret);
const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

/** Signs an access token with the first key of the ring, valid from `now` for `lifetimeMinutes`. */
export async function signAccessToken(
  keys: KeyRing,
  claims: AccessClaims,
  validity: { readonly now: Date; readonly lifetimeMinutes: number },
): Promise<string> {
  const { userId, sessionId, tokenVersion, contract, ...facts } = claims;
  const { businessId, stationIds, ownerNic } = facts;
  // The first contract's names for the same.
  const alike = { backofficeId: businessId, operatorStationIds: stationIds, ownerNIC: ownerNic };
  const issuedAt = seconds(validity.now);
  const api = contract && contract !== "baybook" ? { api: contract } : {};
  return new SignJWT({ ...facts, ...alike, ...api, sid: sessionId, ver: tokenVersion })
    .setProtectedHeader({ alg: algorithm, kid: keys[0].id, typ: "JWT" })
    .setSubject(userId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + validity.lifetimeMinutes * 60)
    .sign(bytes(keys[0].secret));
}

/**
 * Reads a token that one of the ring's keys signed; `kid` says which.
 * Throws `auth.token_invalid` for any other, an expired one, or one for another audience.
 */
export async function readAccessToken(
  keys: KeyRing,
  token: string,
  now: Date,
): Promise<TokenProof> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.find(({ id }) => id === kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return keyOf(key.secret);
      },
      { algorithms: [algorithm], issuer, audience, currentDate: now, requiredClaims: ["exp"] },
    );
    const { sub, sid, ver, api, exp = 0 } = payload;
    if (typeof sub === "string" && typeof sid === "string" && typeof ver === "number") {
      const contract = contractNamed(api);
      const expiresAt = new Date(exp * 1000);
      return { userId: sub, sessionId: sid, tokenVersion: ver, contract, expiresAt };
    }
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  throw fail("auth.token_invalid");
}

/** A secret as the key that it is, imported once: with every token that costs as much as to read it. */
const keyOf = remember((secret) =>
  crypto.subtle.importKey("raw", bytes(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "verify",
  ]),
);

/** Signs a claim for another party's eyes with a service account's key (RS256, PKCS #8 PEM), issued at `now`. */
export async function signAsService(
  { email, privateKey }: { readonly email: string; readonly privateKey: string },
  claims: Readonly<Record<string, unknown>>,
  issued: { readonly audience: string; readonly now: Date },
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", typ: "JWT" })
    .setIssuer(email)
    .setAudience(issued.audience)
    .setIssuedAt(seconds(issued.now))
    .sign(await importPKCS8(privateKey, "RS256"));
}
