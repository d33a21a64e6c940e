import type { Context } from "@/lib/core/context";
import { instantOf } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";

import { hashPersonal } from "./part-personal";
import { beginning, hashRecord, hashSeal, merkleRoot, platformChain } from "./rules";
import { findPersonal } from "./store/audits";
import { findMisnamed } from "./store/personal";
import {
  countUnsealed,
  findChains,
  findSealed,
  findSealsAfter,
  findUnderNoSeal,
  type SealRow,
} from "./store/seals";

/** Where a chain, or what lies beside its records, is no longer what was sealed. */
export interface AuditDifference {
  /** The business, or the nil UUID for the platform. */
  readonly chain: string;
  readonly seal: number;
  /** The record that differs; null where it is the seal itself. */
  readonly auditId: string | null;
  readonly what: string;
}

export interface AuditProof {
  readonly chains: number;
  readonly seals: number;
  readonly records: number;
  /** The first of each chain that has one. */
  readonly differences: readonly AuditDifference[];
  /** The newest whole seal of each chain: noted elsewhere, it shows later whether the chain was made anew. */
  readonly heads: readonly {
    readonly chain: string;
    readonly number: number;
    readonly hash: string;
  }[];
  /** Records that no seal covers yet, and when the first of them was written, by the real clock. */
  readonly tail: { readonly count: number; readonly since: Date | null };
}

const page = 20;

type Fault = Pick<AuditDifference, "auditId" | "what">;

/**
 * Recomputes every chain from its records and says where it first differs; what is not sealed yet it only counts.
 * A personal value that was erased is no difference, one that was changed is.
 */
export async function verifyAudits(ctx: Context): Promise<AuditProof> {
  scopeOf(ctx, "audit.verify");
  const chains = await findChains(ctx);
  const differences: AuditDifference[] = [];
  const heads: AuditProof["heads"][number][] = [];
  let [seals, records] = [0, 0];
  for (const chain of chains) {
    const checked = await verifyChain(ctx, chain);
    seals += checked.seals;
    records += checked.records;
    heads.push({ chain, number: checked.seals, hash: checked.previous });
    if (checked.difference) differences.push(checked.difference);
  }
  differences.push(...(await findStrays(ctx)));
  const { count, first } = await countUnsealed(ctx);
  const tail = { count, since: first === null ? null : instantOf(first) };
  return { chains: chains.length, seals, records, differences, heads, tail };
}

async function verifyChain(ctx: Context, chain: string) {
  let [seals, records, previous] = [0, 0, beginning];
  for (;;) {
    const next = await findSealsAfter(ctx, chain, seals, page);
    for (const seal of next) {
      const fault =
        faultOfSeal(seal, { number: seals + 1, previous }) ?? (await faultOfRecords(ctx, seal));
      if (fault)
        return { seals, records, previous, difference: { chain, seal: seal.number, ...fault } };
      seals += 1;
      records += seal.count;
      previous = hashSeal(seal);
    }
    if (next.length < page) return { seals, records, previous, difference: null };
  }
}

function faultOfSeal(
  seal: SealRow,
  expected: { readonly number: number; readonly previous: string },
): Fault | null {
  const fault = (what: string) => ({ auditId: null, what });
  if (seal.number !== expected.number) return fault(`seal ${expected.number} is missing before it`);
  if (seal.previous !== expected.previous) return fault("does not follow the seal before it");
  const { leaves, records, count, root } = seal;
  if (leaves.length !== count || records.length !== count || merkleRoot(leaves) !== root) {
    return fault("is not over the records that it names");
  }
  return null;
}

async function faultOfRecords(ctx: Context, seal: SealRow): Promise<Fault | null> {
  const rows = await findSealed(ctx, seal);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [leaf, auditId] of seal.records.entries()) {
    const row = byId.get(auditId);
    if (!row) return { auditId, what: "the record is gone" };
    if (row.leaf !== leaf || hashRecord(row) !== seal.leaves[leaf]) {
      return { auditId, what: "the record was changed" };
    }
    byId.delete(auditId);
  }
  const [added] = byId.keys();
  if (added !== undefined) return { auditId: added, what: "the record was added" };
  return faultOfValues(ctx, rows);
}

/** A personal value that is there is the one whose hash was sealed. */
async function faultOfValues(
  ctx: Context,
  rows: Awaited<ReturnType<typeof findSealed>>,
): Promise<Fault | null> {
  const parted = rows.filter(({ personal }) => personal !== null);
  const values = await findPersonal(
    ctx,
    parted.map(({ id }) => id),
  );
  for (const { auditId, field, salt, value } of values) {
    const row = parted.find(({ id }) => id === auditId);
    const sealed =
      field === "reason" ? row?.reason : row?.changes?.[field.slice("changes.".length)];
    if (sealed !== hashPersonal(salt, value)) return { auditId, what: `its ${field} was changed` };
  }
  return null;
}

/** What no chain shows: records that name a seal which is not there, and names that are not those of the records. */
async function findStrays(ctx: Context): Promise<AuditDifference[]> {
  const found = [
    { row: await findUnderNoSeal(ctx), what: "there is no such seal" },
    { row: await findMisnamed(ctx), what: "its actor's name was changed" },
  ];
  return found.flatMap(({ row, what }) =>
    row
      ? [{ chain: row.businessId ?? platformChain, seal: row.seal ?? 0, auditId: row.id, what }]
      : [],
  );
}
