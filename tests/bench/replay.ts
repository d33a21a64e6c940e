import { randomBytes } from "node:crypto";

import postgres from "postgres";

import { instantOf, newBookingNumber, newId } from "@/lib/core/ids";

import { connections, type Round, type Shot } from "./load";
import { percentile } from "./figures";
import type { Statement } from "../support/statement-log";

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;
const hash = /^(?:sha256:)?[\da-f]{64}$/;
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

/**
 * Sends the statements that one booking took, with the values of others, straight to the database: those of a booking
 * together, over one connection each. What such a program would do at best, as it knows beforehand what it is answered.
 */
export async function replay(
  databaseUrl: string,
  { statements, of: first, since }: LoggedCreate,
  shots: readonly Shot[],
): Promise<Round> {
  const sql = postgres(databaseUrl, { max: connections, types: asTheyAre, onnotice: () => {} });
  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  try {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        const own = await sql.reserve();
        for (let shot = shots[next++]; shot; shot = shots[next++]) {
          const valueOf = substitution(askedOf(first), askedOf(shot), since);
          const sent = performance.now();
          await Promise.all(
            statements.map(({ sql: text, values }) =>
              own.unsafe(text, values.map(valueOf), { prepare: true }),
            ),
          );
          took.push(performance.now() - sent);
        }
        own.release();
      }),
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
  const seconds = (performance.now() - began) / 1_000;
  const sorted = took.toSorted((one, other) => one - other);
  return {
    perSecond: shots.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    p50Of: {},
    statuses: {},
    samples: {},
    answers: [],
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
