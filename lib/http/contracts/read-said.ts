import type { z } from "zod";

import type { Contract } from "@/lib/core/contract";
import { AppError, isAppError } from "@/lib/core/errors";

import { contractOf, type Saying } from "./contract-of";
import { leaveUnread } from "./leave-unread";
import { inCamelCase } from "./snake-case";
import { isBare, projectionOf, type Fields, type Spoken, type Translation } from "./projection";

/** A request in our words, whatever contract it speaks. */
export interface Said {
  readonly contract: Contract;
  readonly body: Fields | undefined;
  readonly query: Fields;
  /** Names that were sent and say nothing here; the answer tells them in `Baybook-Ignored`. */
  readonly ignored: readonly string[];
  /** The `idempotencyKey` of the body, where the contract has one (product.md, Booking). */
  readonly bodyKey: unknown;
  /** Our name of a field → the one that was written. */
  readonly written: Readonly<Record<string, string>>;
}

/** What a declaration knows by name. */
export interface Known extends Spoken {
  readonly aliases?: Readonly<Record<string, string>>;
  readonly body?: z.ZodType;
  /** Names of the query. */
  readonly queryNames: readonly string[];
}

/**
 * Says a request in our words: finds its contract, takes the body's key out, and translates the names. What another
 * contract sends and nobody knows is left out and named (operations.md §3; of a query in all but ours: api.md,
 * Success); what Baybook and the bare contracts send in a body is for the schema to refuse. Clients of the bare ones
 * write every field they have: where something is made (`isNew`), null is as absent, at any depth. Where something
 * is changed it stays, since there it may take a value back.
 */
export function readSaid(
  known: Known,
  saying: Omit<Saying, "body">,
  sent: { readonly body: Fields | undefined; readonly query: Fields; readonly isNew: boolean },
): Said {
  const contract = contractOf(known, { ...saying, body: sent.body });
  const projection = projectionOf(known, contract);
  const ignored: string[] = [];
  const written = new Map<string, string>();
  const inCamel = (fields: Fields) =>
    contract === "snake" ? camelFields(fields, written) : fields;
  const { idempotencyKey: bodyKey, ...withoutKey } = sent.body ? inCamel(sent.body) : {};
  const hasKey = isBare(contract) && bodyKey !== undefined;
  const whole = sent.body && (hasKey ? withoutKey : inCamel(sent.body));
  const given = whole && isBare(contract) && sent.isNew ? withoutNulls(whole) : whole;
  const body = given && said(given, projection?.body, known.aliases, written);
  const query = said(inCamel(sent.query), projection?.query, {}, written);
  return {
    contract,
    body: body && readBody(known, contract, body, ignored),
    query:
      contract === "baybook"
        ? query
        : without(query, (name) => !known.queryNames.includes(name), ignored),
    ignored,
    // There too null says that there is none.
    bodyKey: hasKey ? (bodyKey ?? undefined) : undefined,
    written: Object.fromEntries(written),
  };
}

function withoutNulls(fields: Fields): Fields {
  const kept = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      typeof value === "object" && !Array.isArray(value) ? withoutNulls(value as Fields) : value,
    ]),
  );
}

/** snake_case as camelCase, noting how each field was written. */
function camelFields(fields: Fields, written: Map<string, string>): Fields {
  for (const name of Object.keys(fields)) {
    const [ours = name] = Object.keys(inCamelCase({ [name]: null }) as object);
    if (ours !== name) written.set(ours, name);
  }
  return inCamelCase(fields) as Fields;
}

/** The fields in our words; where both names were sent ours stays, and theirs is for the schema to refuse. */
function said(
  given: Fields,
  translation: Translation | undefined,
  aliases: Readonly<Record<string, string>> = {},
  written: Map<string, string>,
): Fields {
  const theirs = (name: string) => translation?.names.includes(name) ?? false;
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (theirs(name)) continue;
    const ours = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
    const isFree = ours === name || !Object.hasOwn(given, ours);
    own[isFree ? ours : name] = value;
    if (isFree && ours !== name) written.set(ours, name);
  }
  if (!translation) return own;
  const named = Object.entries(given).filter(([name]) => theirs(name));
  for (const [ours, name] of Object.entries(translation.back ?? {})) {
    if (!Object.hasOwn(given, ours)) written.set(ours, name);
  }
  const translated = translation.into(Object.fromEntries(named));
  // What was said in our words holds; what theirs would have said instead is left where the schema meets it.
  const unheard = Object.entries(translation.back ?? {}).filter(
    ([ours, name]) => Object.hasOwn(own, ours) && Object.hasOwn(given, name),
  );
  return {
    ...translated,
    ...own,
    ...Object.fromEntries(unheard.map(([, name]) => [name, given[name]])),
  };
}

/** The body, in EV-CMS's words without all that the endpoint lacks, at any depth. */
function readBody(known: Known, contract: Contract, body: Fields, ignored: string[]): Fields {
  if (contract !== "ev-cms" || !known.body) return body;
  const unread = new Set<string>();
  const kept = leaveUnread(known.body, body, unread, projectionOf(known, contract)?.body?.refused);
  ignored.push(...unread);
  return kept as Fields;
}

function without(fields: Fields, isUnread: (name: string) => boolean, ignored: string[]): Fields {
  const kept = Object.entries(fields).filter(([name]) => {
    if (isUnread(name)) ignored.push(name);
    return !isUnread(name);
  });
  return Object.fromEntries(kept);
}

/** The refusal with its fields by the names that were written, so that its reader finds them in what they sent. */
export function inTheirWords(error: unknown, written: Readonly<Record<string, string>>): unknown {
  if (!isAppError(error) || !error.fields) return error;
  const fields = error.fields.map((one) => {
    const [first = "", ...rest] = one.field.split(".");
    const name = Object.hasOwn(written, first) ? (written[first] ?? first) : first;
    return { ...one, field: [name, ...rest].join(".") };
  });
  return new AppError(error.code, error.details, fields);
}
