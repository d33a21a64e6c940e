import { createHash, randomBytes } from "node:crypto";

import { personalFields, type AuditEntity } from "@/lib/words";

/** A personal value of one record, as it lies beside it. */
export interface PersonalValue {
  /** `reason`, or `changes.` and the field's name. */
  readonly field: string;
  /** JSON text, exactly as it is hashed. */
  readonly value: string;
  readonly salt: string;
}

/** What of a record may tell who a person is, before and after it was parted. */
interface Parted {
  readonly entity: AuditEntity;
  readonly reason?: string | null;
  readonly changes?: Readonly<Record<string, unknown>>;
}

/** What stands in a record for a personal value: without the salt nobody can try out what it may have been. */
export function hashPersonal(salt: string, value: string): string {
  return `sha256:${createHash("sha256").update(`${salt}${value}`).digest("hex")}`;
}

export const newSalt = () => randomBytes(16).toString("hex");

/**
 * Takes what is personal out of an entry: hashes stand where it was. Personal are the fields that the rooms' words
 * name for the thing, and the reason where a person wrote it, because people write about people; a job's is a word
 * of ours, unless the words name `reason` too.
 */
export function partPersonal<E extends Parted>(
  entry: E,
  byPerson: boolean,
): { readonly kept: E; readonly personal: readonly PersonalValue[] } {
  const personal: PersonalValue[] = [];
  const part = (field: string, plain: unknown): string => {
    const [salt, value] = [newSalt(), JSON.stringify(plain)];
    personal.push({ field, value, salt });
    return hashPersonal(salt, value);
  };
  const { reason, changes } = entry;
  const fields = personalFields.get(entry.entity);
  const isPersonal = (name: string, value: unknown) =>
    value !== undefined && fields?.has(name) === true;
  const keptReason =
    reason && (byPerson || fields?.has("reason")) ? part("reason", reason) : reason;
  const keptChanges =
    changes &&
    Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [
        name,
        isPersonal(name, value) ? part(`changes.${name}`, value) : value,
      ]),
    );
  return { kept: { ...entry, reason: keptReason, changes: keptChanges }, personal };
}
