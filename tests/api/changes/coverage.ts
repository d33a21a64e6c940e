import { readdirSync } from "node:fs";

import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";

import { root } from "@/scripts/parts/paths";
import type { RoomWords } from "@/lib/words/define-words";

// What has no step among `steps/`, each with the reason; whatever else has none fails every-change.test.ts.

/** Deeds that a room's words name. */
export const withoutStep: Readonly<Record<string, string>> = {
  "Booking Reconcile": "is told of the station whose slots were counted, as a step says",
  "Booking Update":
    "nothing of a booking changes but by deeds with names of their own; 000-151 lists it",
};

/** Endpoints that take a body and leave neither audit nor event behind. */
export const changeNothing: Readonly<Record<string, string>> = {
  "POST /auth/login": "opens a session of the browser or the app, which is no deed",
  "POST /auth/logout": "closes one",
  "POST /auth/refresh-token": "goes on with one",
  "POST /auth/passkeys/login": "opens a session, as with a password",
  "POST /auth/passkeys/offer": "begins to add a passkey",
  "POST /auth/passkeys/options": "begins to open a session",
  "DELETE /devices/{id}": "lets an app ring no more, for oneself alone",
  "PUT /stations/{id}/favourite": "marks a place for oneself alone",
  "DELETE /stations/{id}/favourite": "takes the mark away",
  "DELETE /push-subscriptions": "lets a browser ring no more, for oneself alone",
  "DELETE /reports/subscriptions/{id}": "ends what comes to oneself by mail",
  "POST /reports/subscriptions": "has a report come to oneself by mail",
  "POST /content/versions/preview": "shows what a draft would look like",
  "POST /devices": "lets an app ring, for oneself alone",
  "POST /push-subscriptions": "lets a browser ring, for oneself alone",
  "POST /unsubscribe": "chooses of one's own messages",
  "PUT /notifications/preferences": "chooses of one's own messages",
  "POST /bookings/{id}/review/photos": "keeps a picture that nothing names yet",
  "POST /sessions/{id}/preview": "foretells",
  "POST /stations/{id}/holds/preview": "foretells",
  "POST /stations/{id}/schedule/preview": "foretells",
};

/** Jobs that leave neither audit nor event behind. */
export const auditNothing: Readonly<Record<string, string>> = {
  "clean-up": "removes what is past its time",
  broker: "sends what was told to a broker; each delivery keeps its own state",
  mailings: "writes everybody their message of changed terms",
  "map-cells": "counts for maps what is there",
  messages: "sends what was written; each message keeps its own state",
  outbox: "hands on what was told",
  "photo-move": "moves photos of before into the room of files",
  "report-mails": "writes what people asked to be mailed; each message keeps its own state",
  "report-days": "adds up for reports what others did",
  seal: "seals audits",
  slots: "builds slots by the schedule; conflicts that come of it are the schedule's",
  "stray-sweep": "removes files that nothing names",
  "upload-sweep": "removes files that nothing claims",
};

/** What a room's words say of audits; many say nothing. */
type Declares = Partial<Record<keyof RoomWords, unknown>> & Pick<RoomWords, "audited">;

/**
 * The deeds of the rooms that no audit is of, as `Booking Cancel`. A room without things of its own does its deeds at
 * another's, so there the deed alone is asked for.
 */
export function unseenDeeds(
  rooms: Readonly<Record<string, Declares>>,
  seen: readonly string[],
): string[] {
  const wanted = Object.values(rooms).flatMap(({ audited }) => {
    const { things = [], actions = [] } = audited ?? {};
    return actions.flatMap((action) =>
      things.length > 0 ? things.map((thing) => `${thing} ${action}`) : [action],
    );
  });
  const isSeen = (deed: string) =>
    seen.some((audit) => {
      const [thing, action] = audit.split(" ");
      return deed === action || deed === `${thing} ${action}`;
    });
  return [...new Set(wanted)].filter((deed) => !isSeen(deed)).toSorted();
}

/** Every table that the schema has. */
export async function readTables(): Promise<PgTable[]> {
  const files = readdirSync(root("db/schema")).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(
    files.map((file) => import(root(`db/schema/${file}`)) as Promise<object>),
  );
  return modules.flatMap((module) =>
    Object.values(module).filter((one): one is PgTable => is(one, PgTable)),
  );
}
