import { createHash, randomBytes } from "node:crypto";

import postgres from "postgres";

import { instantOf, newBookingNumber, newId } from "@/lib/core/ids";

import { connections, type Round, type Shot } from "./load";
import { percentile, timed } from "./figures";
import type { Statement } from "../support/statement-log";

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;
const hash = /^[\da-f]{64}$/;
const number = /BK-[0-9A-Z]{4}-[0-9A-Z]{4}/g;

/** What tells one request for a booking from another. */
interface Asked {
  readonly ownerId: string;
  readonly key: string;
  readonly stationId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The statements of one request, which was sent at that time. */
export interface LoggedCreate {
  readonly statements: readonly Statement[];
  readonly of: Shot;
  readonly since: Date;
}

/** What one booking took, sent straight to the database; the caller closes it. */
export interface Replay {
  /** As many bookings as there are requests. */
  round(shots: readonly Shot[]): Promise<Round>;
  /** Milliseconds of each time that one statement is sent, alone and over one connection; the quickest first. */
  alone(statement: Pick<Statement, "sql" | "values">, times: number): Promise<number[]>;
  close(): Promise<void>;
}

/**
 * Sends the statements that one booking took, with the values of others, straight to the database: those of a booking
 * together, over one connection each. What such a program would do at best, as it knows beforehand what it is answered.
 * All rounds have the same connections, and each connection makes one of `warm` first: connecting, and planning what is
 * sent for the first time, is in no figure.
 */
export async function openReplay(
  databaseUrl: string,
  { statements, of: first, since }: LoggedCreate,
  warm: readonly Shot[],
): Promise<Replay> {
  const sql = postgres(databaseUrl, { max: connections, types: asTheyAre, onnotice: () => {} });
  const own = await Promise.all(Array.from({ length: connections }, () => sql.reserve()));
  const salted = statements.map(({ values }) => findSalted(values));
  const send = async (over: postgres.ReservedSql, shot: Shot) => {
    const valueOf = substitution(askedOf(first), askedOf(shot), since);
    const sent = performance.now();
    await Promise.all(
      statements.map(({ sql: text, values }, at) =>
        over.unsafe(text, saltedAnew(values.map(valueOf), salted[at]), { prepare: true }),
      ),
    );
    return performance.now() - sent;
  };
  if (warm.length !== connections) throw new Error("Each connection makes one booking first.");
  await Promise.all(own.map((over, at) => send(over, warm[at] ?? first)));
  return {
    round: async (shots) => {
      const took: number[] = [];
      let next = 0;
      const began = performance.now();
      await Promise.all(
        own.map(async (over) => {
          for (let shot = shots[next++]; shot; shot = shots[next++]) {
            took.push(await send(over, shot));
          }
        }),
      );
      return roundOf(took, performance.now() - began);
    },
    alone: (statement, times) =>
      timed(times, async () =>
        own[0]?.unsafe(statement.sql, [...statement.values], { prepare: true }),
      ),
    close: async () => {
      for (const over of own) over.release();
      await sql.end({ timeout: 1 });
    },
  };
}

function roundOf(took: readonly number[], ms: number): Round {
  const sorted = took.toSorted((one, other) => one - other);
  return {
    perSecond: took.length / (ms / 1_000),
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    p50Of: {},
    statuses: {},
    samples: {},
    answers: [],
    tookEach: [],
  };
}

/** Values are text already, as they were sent. */
const asIs = (from: number[]) => ({
  to: from[0] ?? 0,
  from,
  serialize: (value: unknown) => value,
  parse: (value: unknown) => value,
});
export const asTheyAre = {
  json: asIs([114, 3802]),
  boolean: asIs([16]),
  date: asIs([1082, 1114, 1184]),
  bytea: asIs([17]),
};

function askedOf({ headers, body }: Shot): Asked {
  const [, claims = ""] = (headers.authorization ?? "").split(".");
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string };
  const { stationId, startsAt, endsAt } = body as Asked;
  return { ownerId: sub, key: headers["idempotency-key"] ?? "", stationId, startsAt, endsAt };
}

/** Puts the values of one request in the place of another's; what was made anew then is made anew now. */
function substitution(was: Asked, is: Asked, since: Date): (value: string | null) => string | null {
  const known = new Map([
    [was.ownerId, is.ownerId],
    [was.key, is.key],
    [was.stationId, is.stationId],
    [was.startsAt, is.startsAt],
    [was.endsAt, is.endsAt],
  ]);
  const anew = (one: string, make: () => string) => {
    const made = known.get(one) ?? make();
    known.set(one, made);
    return made;
  };
  return (value) => {
    if (value === null) return null;
    const isTime = /^\d{4}-\d\d-\d\d[T ]/.test(value);
    const time = isTime ? known.get(new Date(value).toISOString()) : undefined;
    if (time !== undefined) return time;
    if (hash.test(value)) return anew(value, () => randomBytes(32).toString("hex"));
    return value
      .replace(uuid, (id) => anew(id, () => (instantOf(id) >= since ? newId() : id)))
      .replace(number, (one) => anew(one, newBookingNumber));
  };
}

type Values = (string | null)[];

/** Where the hash of a name stands that is kept beside it with its salt, as the audit keeps who did something. */
interface Salted {
  readonly hash: number;
  readonly salt: number;
  readonly name: number;
}

const hashOf = (salt: string, name: string) =>
  `sha256:${createHash("sha256").update(`${salt}${name}`).digest("hex")}`;

function findSalted(values: readonly (string | null)[]): Salted | undefined {
  for (const [hash, sealed] of values.entries()) {
    if (!sealed?.startsWith("sha256:")) continue;
    for (const [salt, one] of values.entries()) {
      const name = values.findIndex((other) => hashOf(one ?? "", other ?? "") === sealed);
      if (name >= 0) return { hash, salt, name };
    }
  }
  return undefined;
}

/** With another salt and what follows from it, since no two names have the same. */
function saltedAnew(values: Values, at: Salted | undefined): Values {
  if (!at) return values;
  const salt = randomBytes(16).toString("hex");
  const made = { [at.salt]: salt, [at.hash]: hashOf(salt, values[at.name] ?? "") };
  return values.map((value, index) => made[index] ?? value);
}
