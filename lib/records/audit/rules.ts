import { createHash } from "node:crypto";

/** The chain of what belongs to no business. */
export const platformChain = "00000000-0000-0000-0000-000000000000";
/** What the first seal of a chain names as the one before it. */
export const beginning = "0".repeat(64);

/** What a record says, all of it that a seal covers. Of personal values it holds the salted hashes. */
export interface SealedFacts {
  readonly id: string;
  readonly at: Date;
  readonly entity: string;
  readonly entityId: string;
  readonly action: string;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly actorName: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly changes: unknown;
  readonly personal: readonly string[] | null;
  readonly businessId: string | null;
  readonly stationId: string | null;
  readonly ownerId: string | null;
  readonly requestId: string;
}

/** A seal, as far as the next one names it. */
export interface SealFacts {
  readonly chain: string;
  readonly number: number;
  readonly root: string;
  readonly previous: string;
  readonly count: number;
  readonly sealedAt: Date;
}

const sha256 = (...parts: readonly (string | Buffer)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Marks leaves and inner nodes apart, so that no record can be taken for a pair of others (RFC 9162, 2.1.1). */
const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

/** The hash of a record, hex: of its facts as JSON in one fixed order, the keys of objects by name. */
export function hashRecord(record: SealedFacts): string {
  const facts = [
    1,
    record.id,
    record.at.toISOString(),
    record.entity,
    record.entityId,
    record.action,
    record.actorId,
    record.actorRole,
    record.actorName,
    record.from,
    record.to,
    record.reason,
    inOrder(record.changes),
    record.personal,
    record.businessId,
    record.stationId,
    record.ownerId,
    record.requestId,
  ];
  return sha256(leafMark, JSON.stringify(facts)).toString("hex");
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

/** The Merkle root over leaves, all of them hex (RFC 9162, 2.1.1). */
export function merkleRoot(leaves: readonly string[]): string {
  return rootOf(leaves.map((leaf) => Buffer.from(leaf, "hex"))).toString("hex");
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256();
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(nodeMark, rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** What the next seal of the chain names. */
export function hashSeal({ chain, number, root, previous, count, sealedAt }: SealFacts): string {
  const facts = [1, chain, number, root, previous, count, sealedAt.toISOString()];
  return sha256(JSON.stringify(facts)).toString("hex");
}
