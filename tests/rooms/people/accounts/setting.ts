import { asc } from "drizzle-orm";

import { outboxEvents } from "@/db/schema/outbox";
import { anonymous, type Actor, type UserActor } from "@/lib/core/actor";
import type { Config } from "@/lib/core/config";
import type { Context, Db, UserContext } from "@/lib/core/context";
import { isAppError, type AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { login, registerOwner } from "@/lib/people/accounts";
import { issueLink } from "@/lib/people/accounts/inside";
import type { LinkPurpose, OwnerView } from "@/lib/people/accounts/schema";
import { makeContext } from "@/lib/process/wiring";
import type { JobName } from "@/lib/words";

import { auditsOf, type AuditRow } from "../../../support/audits";
import { fileClock } from "../../../support/file-clock";
import type { TestClock } from "../../../support/test-clock";
import { testConfig, testStart } from "../../../support/world";

export const password = "Charging-by-the-river-7";

/** One test file's database, clock and ways to ask it. */
export interface Setting {
  readonly clock: TestClock;
  as<A extends Actor>(actor: A): Context & { readonly actor: A };
  readonly nobody: Context;
  job(name: JobName): Context;
  /** A SystemAdmin who is not among the users of the database. */
  readonly root: UserContext;
  /** Types and payloads of the events so far about the user or business, oldest first. */
  events(id: string): Promise<{ type: string; payload: Record<string, unknown> }[]>;
  audits(entityId: string): Promise<AuditRow[]>;
  owner(nic: string, over?: Partial<{ email: string; phone: string }>): Promise<OwnerWithNic>;
  /** The secret of a fresh link. */
  secret(userId: string, purpose?: LinkPurpose): Promise<string>;
  logIn(username: string, word?: string): ReturnType<typeof login>;
}

let serial = 0;

const root: UserActor = {
  kind: "User",
  locale: null,
  userId: newId(),
  role: "SystemAdmin",
  status: "Active",
  name: "Root",
  email: null,
  businessId: null,
  stationIds: [],
  ownerNic: null,
};

export function settingOf(db: Db, config: Config = testConfig): Setting {
  const clock = fileClock(testStart);
  const as = <A extends Actor>(actor: A) => ({
    ...makeContext({ db, actor, clock, config }),
    actor,
  });
  return {
    clock,
    as,
    nobody: as(anonymous),
    job: (name) => as(jobActor(name)),
    root: as(root),
    async events(id) {
      const rows = await db.select().from(outboxEvents).orderBy(asc(outboxEvents.id));
      return rows
        .filter(({ payload }) => payload.userId === id || payload.businessId === id)
        .map(({ type, payload }) => ({ type, payload }));
    },
    audits: (entityId) => auditsOf(db, entityId),
    owner(nic, over = {}) {
      serial += 1;
      return registerOwner(as(anonymous), {
        nic,
        country: "LK",
        name: "Ravi",
        email: `ravi${serial}@example.test`,
        phone: `+9477${1_000_000 + serial}`,
        password,
        ...over,
      });
    },
    async secret(userId, purpose = "Invitation") {
      const { url } = await issueLink(as(jobActor("outbox")), { userId, purpose });
      return new URL(url).searchParams.get("token") ?? "";
    },
    logIn: (username, word = password) => login(as(anonymous), { username, password: word }),
  };
}

/** The actor that a stored owner acts as. */
/** An owner as registration with a number makes them. */
export type OwnerWithNic = OwnerView & { readonly nic: string };

export function ownerActor(owner: OwnerView): UserActor {
  return {
    kind: "User",
    locale: null,
    theme: null,
    hourCycle: null,
    distanceUnit: null,
    userId: owner.id,
    role: "EvOwner",
    status: owner.status,
    name: owner.name,
    email: owner.email,
    businessId: null,
    stationIds: [],
    ownerNic: owner.nic,
  };
}

/** What a call was refused with: `code`, `code @ field` where it names one; `done` when it was not refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!isAppError(error)) throw error;
    return described(error);
  }
}

/** The different outcomes of several calls, each once. */
export async function refusals(calls: readonly Promise<unknown>[]): Promise<string[]> {
  return [...new Set(await Promise.all(calls.map(refusal)))];
}

function described({ code, fields }: AppError): string {
  return fields ? `${code} @ ${fields.map(({ field }) => field).join(", ")}` : code;
}
