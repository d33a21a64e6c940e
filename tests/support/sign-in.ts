import { eq } from "drizzle-orm";

import { loginSessions } from "@/db/schema/accounts";
import { anonymous, type UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { signAccessToken } from "@/lib/core/jwt";
import { sealSession, sessionCookieName } from "@/lib/http/session-token";
import { requestContext } from "@/lib/process/context";

import { testConfig } from "./world";

/** A login session of the user, open now whatever the test's clock says; its id is the user's own. */
export async function signedIn(db: Db, userId: string): Promise<string> {
  const [startedAt, expiresAt] = [new Date("2000-01-01"), new Date("2200-01-01")];
  const row = { id: userId, userId, startedAt, expiresAt };
  const reopened = { target: loginSessions.id, set: { endedAt: null } };
  await db.insert(loginSessions).values(row).onConflictDoUpdate(reopened);
  return userId;
}

/** The same, begun just now: who has just signed in is not asked for the password again. */
export async function freshlySignedIn(db: Db, userId: string): Promise<void> {
  const id = await signedIn(db, userId);
  await db.update(loginSessions).set({ startedAt: new Date() }).where(eq(loginSessions.id, id));
}

const known = new Set<string>();

/** An access token of the user's first login, for the database of the process's context. */
export async function tokenFor(actor: UserActor): Promise<string> {
  return tokenOn((await requestContext(anonymous)).db, actor);
}

/** What a test server on the database takes the user by. */
export async function bearerOn(db: Db, actor: UserActor): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await tokenOn(db, actor)}` };
}

async function tokenOn(db: Db, actor: UserActor): Promise<string> {
  const { userId, role, businessId, stationIds, ownerNic } = actor;
  if (!known.has(userId)) await signedIn(db, userId);
  known.add(userId);
  return signAccessToken(
    testConfig.accessTokenKeys,
    { userId, role, businessId, stationIds, ownerNic, sessionId: userId, tokenVersion: 1 },
    { now: new Date(), lifetimeMinutes: 60 },
  );
}

/** The cookie of a browser in which the user is signed in, as a header has it. */
export async function cookieFor(
  db: Db,
  { userId, role }: Pick<UserActor, "userId" | "role">,
  tokenVersion = 1,
): Promise<string> {
  const sessionId = await signedIn(db, userId);
  const value = await sealSession({ userId, role, sessionId, tokenVersion });
  return `${sessionCookieName()}=${value}`;
}
