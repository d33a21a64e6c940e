import type { Locale } from "@/lib/words/say";

/** One signing key. `id` goes into what is signed, so that a verifier knows which key to take. */
export interface SigningKey {
  readonly id: string;
  readonly secret: string;
}

/** The first key signs, every key verifies: two during a rotation. */
export type KeyRing = readonly [SigningKey, ...SigningKey[]];

/** What the process was started with and use cases may need; read from the environment once. */
export interface Config {
  /** Address of the web application without a trailing slash, for links in messages. */
  readonly baseUrl: string;
  readonly accessTokenKeys: KeyRing;
  readonly qrKeys: KeyRing;
  /** Seals others' secrets in the database (seal.ts). */
  readonly dataKeys: KeyRing;
  /** Where people reach whoever runs the platform, as the contact page says; each absent where it is not told. */
  readonly contact: { readonly email?: string; readonly address?: string };
  /** What browsers subscribe to Web Push with, base64url; absent where none is sent. */
  readonly pushPublicKey?: string;
  /** Who issues passes for phones' wallets; each absent where none is offered. */
  readonly wallets?: {
    /** The service account that signs, with its private key as PKCS #8. */
    readonly google?: {
      readonly issuerId: string;
      readonly email: string;
      readonly privateKey: string;
    };
    /** The pass type's certificate and key, and Apple's intermediate certificate, all PEM. */
    readonly apple?: {
      readonly passType: string;
      readonly team: string;
      readonly certificate: string;
      readonly key: string;
      readonly wwdr: string;
    };
  };
  /** Where addresses are looked up, a search in the manner of Nominatim; absent where nowhere. */
  readonly geocoderUrl?: string;
  /** `allowPrivate`: webhooks may lead anywhere, without https: for tests, never a business's to say. */
  readonly webhooks: { readonly allowPrivate: boolean };
  /** The broker that every event goes to as well, `kafka://…` or `nats://…`; absent where there is none. */
  readonly brokerUrl?: string;
  /** The folder in which files are kept that people send; every process has the same. */
  readonly uploadsDir: string;
  /** The languages that a reader may choose. */
  readonly locales: readonly Locale[];
  /** Defaults of settings that the environment overrides, by setting name. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Parses `id:secret[,id:secret]`, the form of JWT_KEYS, QR_KEYS and DATA_KEYS.
 * Throws a plain Error that names the variable when a key is malformed or shorter than 32 characters.
 */
export function parseKeyRing(name: string, value: string | undefined): KeyRing {
  const keys = (value ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, id, secret] = /^([\w-]{1,32}):(\S{32,})$/.exec(part) ?? [];
      if (!id || !secret) {
        throw new Error(`${name} must be "id:secret" with a secret of at least 32 characters.`);
      }
      return { id, secret };
    });
  const [first, ...rest] = keys;
  if (!first) throw new Error(`${name} is not set. See .env.example.`);
  return [first, ...rest];
}
