import { readdirSync } from "node:fs";

import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";

import { root } from "@/scripts/parts/paths";
import type { RoomWords } from "@/lib/words/define-words";

// What has no step among `steps/`, each with the reason; whatever else has none fails every-change.test.ts.

/** Deeds that a room's words name. */
export const withoutStep: Readonly<Record<string, string>> = {};

/** Endpoints that take a body and leave neither audit nor event behind. */
export const changeNothing: Readonly<Record<string, string>> = {};

/** Jobs that leave neither audit nor event behind. */
export const auditNothing: Readonly<Record<string, string>> = {};

/**
 * The deeds of the rooms that no audit is of, as `Booking Cancel`. A room without things of its own does its deeds at
 * another's, so there the deed alone is asked for.
 */
export function unseenDeeds(
  rooms: Readonly<Record<string, Pick<RoomWords, "audited">>>,
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
