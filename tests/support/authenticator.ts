import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

/*
 * A device that keeps passkeys, as WebAuthn describes it (level 3, §6 and §7), so that tests can answer challenges right
 * and in every wrong way. One key of the curve P-256; attestation "none".
 */

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** CBOR, as much of it as a key and its attestation need (RFC 8949). */
function cbor(value: number | string | Uint8Array | ReadonlyMap<unknown, unknown>): Buffer {
  const head = (major: number, size: number) => {
    if (size < 24) return Buffer.from([(major << 5) | size]);
    if (size < 256) return Buffer.from([(major << 5) | 24, size]);
    return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  };
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, one]) => [cbor(key as string), cbor(one as string)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

/** What a device does otherwise than it should. */
export interface Wrongs {
  readonly origin?: string;
  readonly host?: string;
  readonly counter?: number;
  /** The person was there, and not verified. */
  readonly isUnverified?: boolean;
  readonly userHandle?: string | undefined;
  readonly type?: string;
  /** Signed by another key than the one that it names. */
  readonly signer?: KeyObject;
}

export function authenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  const cose = cbor(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]),
  );
  let userHandle: string | undefined;
  let uses = 0;
  const dataOf = (wrongs: Wrongs, isNew: boolean) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(wrongs.counter ?? uses);
    const flags = 1 | (wrongs.isUnverified ? 0 : 4) | (isNew ? 64 : 0);
    const key = [Buffer.alloc(16), Buffer.from([0, id.length]), id, cose];
    const host = sha256(wrongs.host ?? new URL(origin).hostname);
    return Buffer.concat([host, Buffer.from([flags]), counter, ...(isNew ? key : [])]);
  };
  const clientOf = (type: string, challenge: string, wrongs: Wrongs) =>
    JSON.stringify({
      type: wrongs.type ?? type,
      challenge,
      origin: wrongs.origin ?? origin,
      crossOrigin: false,
    });
  const common = {
    id: base64url(id),
    rawId: base64url(id),
    type: "public-key" as const,
    clientExtensionResults: {},
  };
  return {
    id: base64url(id),
    privateKey,
    publicKey: base64url(cose),
    /** Makes its key for the account that is asked for (navigator.credentials.create). */
    create(
      options: { readonly challenge: string; readonly user?: { readonly id: string } },
      wrongs: Wrongs = {},
    ) {
      userHandle = options.user?.id ?? userHandle;
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", dataOf(wrongs, true)],
      ]);
      return {
        ...common,
        response: {
          clientDataJSON: base64url(clientOf("webauthn.create", options.challenge, wrongs)),
          attestationObject: base64url(cbor(attestation)),
          transports: ["internal"],
        },
      };
    },
    /** Answers a challenge with its key (navigator.credentials.get). */
    get({ challenge }: { readonly challenge: string }, wrongs: Wrongs = {}) {
      uses += 1;
      const [client, data] = [clientOf("webauthn.get", challenge, wrongs), dataOf(wrongs, false)];
      const signed = Buffer.concat([data, sha256(client)]);
      const handle = "userHandle" in wrongs ? wrongs.userHandle : userHandle;
      return {
        ...common,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign("sha256", signed, wrongs.signer ?? privateKey)),
          ...(handle !== undefined && { userHandle: handle }),
        },
      };
    },
  };
}
