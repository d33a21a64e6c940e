import { createHash, createHmac, hkdfSync } from "node:crypto";

import type { KeyRing, SigningKey } from "@/lib/core/config";

import type { UploadedFile } from "./declaration";

/** One request, as far as it tells one from another. */
export interface Asked {
  /** Its method; `action` of a form's. */
  readonly method: string;
  /** The endpoint's own path under /api/v1, whatever name it was called by; a form's permission. */
  readonly path: string;
  readonly query?: URLSearchParams;
  /** The JSON that was sent, its fields under their own names; or what was uploaded. */
  readonly body: unknown;
  /** The path that was called, where it may be another. */
  readonly calledPath?: string;
  /** The same as the schemas read it. */
  readonly meant?: { readonly query: unknown; readonly body: unknown };
}

/** What a request says, for comparing it with what another said. */
export interface Fingerprint {
  /** To be kept. */
  readonly value: string;
  /** Whether what was kept says the same, be it of the present form or of the one before. */
  readonly isOf: (kept: string) => boolean;
}

/** The present form, `4:<text>:<meaning>`; before it the same without a secret, and of the text alone. */
const [form, openForm, textForm] = ["4:", "3:", "2:"];

/**
 * The fingerprint of a request, in two halves of which one alike is enough: what its text says before any schema
 * reads it, because a schema may change with a release while a repeated request does not; and what it means, because
 * another contract, or another spelling of an instant, says the same. The order of a JSON object's fields and of the
 * query's names says nothing, nor does the name by which the endpoint was called; uploaded bytes count by their SHA-256.
 *
 * A body may hold a password, so what is kept is made with a secret of the process (the first of its keys), without
 * which nobody can try passwords on the table; what any of the keys made is known again.
 */
export function fingerprintOf(asked: Asked, keys: KeyRing): Fingerprint {
  const { method, path, query, body, meant } = asked;
  const parameters = [...(query ?? [])].toSorted(([one], [other]) => compare(one, other));
  const what = [method, path.toLowerCase()];
  const text = hashOf([...what, parameters, saidBy(body) ?? null]);
  const meaning = meant ? hashOf([...what, meant.query ?? null, saidBy(meant.body) ?? null]) : text;
  const sealed = ({ secret }: SigningKey) => [text, meaning].map((half) => sealOf(half, secret));
  return {
    value: `${form}${sealed(keys[0]).join(":")}`,
    isOf: (kept) => {
      if (kept.startsWith(textForm)) return kept === `${textForm}${text}`;
      const halves = kept.slice(form.length).split(":");
      const isAlike = (said: readonly string[]) => said.some((half, at) => half === halves[at]);
      if (kept.startsWith(openForm)) return isAlike([text, meaning]);
      return kept.startsWith(form)
        ? keys.some((key) => isAlike(sealed(key)))
        : kept === formerFingerprint(asked);
    },
  };
}

/** A hash, so that only who knows the secret can make it of what it is of. */
const sealOf = (hash: string, secret: string) =>
  createHmac("sha256", ownKey(secret)).update(hash).digest("hex");

/** A key of its own for this use, of a secret that signs other things; derived once, since it is needed every time. */
function ownKey(secret: string): Buffer {
  let key = ownKeys.get(secret);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", secret, "", "baybook idempotency fingerprint", 32));
    ownKeys.set(secret, key);
  }
  return key;
}

const ownKeys = new Map<string, Buffer>();

const hashOf = (said: unknown) => createHash("sha256").update(canonicalJson(said)).digest("hex");

function saidBy(body: unknown): unknown {
  const file = uploadOf(body);
  return file ? { file: { name: file.name, type: file.type, sha256: file.sha256 } } : body;
}

/** The upload that a body is; none of JSON's values holds bytes. */
function uploadOf(body: unknown): UploadedFile | undefined {
  const file = (body as { readonly file?: UploadedFile } | undefined | null)?.file;
  return file?.bytes instanceof Uint8Array ? file : undefined;
}

/** JSON with the fields of every object in one order. Throws for bytes, which are to be said by their hash. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) throw new TypeError("Bytes are said by their hash.");
  if (Array.isArray(value)) return value.map(ordered);
  const fields = Object.entries(value).toSorted(([one], [other]) => compare(one, other));
  return Object.fromEntries(fields.map(([name, inner]) => [name, ordered(inner)]));
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The fingerprint that the release before kept, of the text of method, path and body, without the query: what was
 * asked then may be asked again while its key is kept. It can go when a release with the present form has been out
 * for longer than `idempotencyDays`.
 */
function formerFingerprint({ method, path, calledPath = path, body }: Asked): string {
  const calledAs = method === "action" ? path : calledPath.toLowerCase();
  const hash = createHash("sha256").update(`${method} ${calledAs}\n`);
  const file = uploadOf(body);
  if (!file) return hash.update(JSON.stringify(body ?? null)).digest("hex");
  hash.update(`{"file":{"name":${JSON.stringify(file.name)},"type":${JSON.stringify(file.type)}`);
  hash.update(`,"bytes":{`);
  // By parts: the whole text is twelve times the file.
  for (let at = 0; at < file.bytes.length; at += part) {
    const bytes = Array.from(
      file.bytes.subarray(at, at + part),
      (byte, n) => `"${at + n}":${byte}`,
    );
    hash.update(`${at === 0 ? "" : ","}${bytes.join(",")}`);
  }
  return hash.update("}}}").digest("hex");
}

const part = 64 * 1024;
