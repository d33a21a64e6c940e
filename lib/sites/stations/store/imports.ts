import { and, asc, eq, inArray, sql } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import type { WithoutStatus } from "@/lib/core/transitions";
import { newId } from "@/lib/core/ids";

import type { ConnectorDraft, StationDraft } from "../check-draft";
import { factsOf, sourceKeys, type FollowedColumns, type ImportedStation } from "../plan-import";
import type { Approval } from "../schema";

/** One import writes at a time, so that two of the same file do not make the same stations. */
export async function lockImports(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('stations.import', 0))`);
}

/**
 * Those of the drafts that came before, by their own key; their rows stay locked. One that was listed for nobody under
 * a key that is not global is the business's where it was handed to it, or is to be by whoever may.
 */
export async function findImported(
  ctx: Context,
  drafts: readonly StationDraft[],
  target: string | null,
  mayTakeOver: boolean,
): Promise<Map<string, ImportedStation>> {
  const [draft] = drafts;
  if (!draft) return new Map();
  const keys = drafts.map((one) => sourceKeys(one, target));
  const rows = await ctx.db
    .select()
    .from(stations)
    .where(
      and(
        eq(stations.source, draft.source),
        inArray(
          stations.sourceKey,
          keys.flat().filter((key) => key !== undefined),
        ),
      ),
    )
    .orderBy(asc(stations.id))
    .for("no key update");
  if (rows.length === 0) return new Map();
  const byKey = new Map((await withConnectors(ctx, rows)).map((row) => [row.sourceKey, row]));
  const isOurs = ({ businessId }: ImportedStation) =>
    businessId === target || (businessId === null && mayTakeOver);
  return new Map(
    keys.flatMap(([own, former]) => {
      const before = former === undefined ? undefined : byKey.get(former);
      const found = byKey.get(own) ?? (before && isOurs(before) ? before : undefined);
      return found ? [[own, found]] : [];
    }),
  );
}

async function withConnectors(ctx: Context, rows: readonly (typeof stations.$inferSelect)[]) {
  const ids = rows.map(({ id }) => id);
  const places = await ctx.db
    .select()
    .from(connectors)
    .where(inArray(connectors.stationId, ids))
    .orderBy(asc(connectors.stationId), asc(connectors.number));
  const byStation = Map.groupBy(places, ({ stationId }) => stationId);
  const draftOf = (place: (typeof places)[number]) => {
    const { number, standards, maxPowerW, plugPowersW, status } = place;
    return { number, standards, maxPowerW, plugPowersW, status };
  };
  return rows.map((row) => ({ ...row, connectors: (byStation.get(row.id) ?? []).map(draftOf) }));
}

export async function insertImported(
  ctx: Context,
  created: readonly { id: string; draft: StationDraft }[],
  common: {
    businessId: string | null;
    slotMinutes: number;
    approval: Approval;
    now: Date;
  },
): Promise<void> {
  if (created.length === 0) return;
  const { businessId, slotMinutes, approval, now } = common;
  await ctx.db.insert(stations).values(
    created.map(({ id, draft }) => ({
      id,
      businessId,
      slotMinutes,
      approval,
      ...factsOf(draft, businessId),
      source: draft.source,
      sourceId: draft.sourceId,
      sourceKey: sourceKeys(draft, businessId)[0],
      createdAt: now,
      updatedAt: now,
    })),
  );
  const places = created.flatMap(({ id, draft }) => rowsOf(id, draft.connectors, now));
  // A statement carries 65,535 values at most.
  for (let from = 0; from < places.length; from += 5_000) {
    await ctx.db.insert(connectors).values(places.slice(from, from + 5_000));
  }
}

function rowsOf(stationId: string, drafts: readonly ConnectorDraft[], now: Date) {
  return drafts.map((draft) => ({
    ...draft,
    standards: [...draft.standards],
    id: newId(),
    stationId,
    createdAt: now,
    updatedAt: now,
  }));
}

export async function updateImported(
  ctx: Context,
  id: string,
  columns: WithoutStatus<FollowedColumns>,
  now: Date,
): Promise<void> {
  await ctx.db
    .update(stations)
    .set({ ...columns, updatedAt: now })
    .where(eq(stations.id, id));
}

/** The connectors of a listed station anew; nothing was ever booked or charged there. */
export async function replaceConnectors(
  ctx: Context,
  stationId: string,
  drafts: readonly ConnectorDraft[],
  now: Date,
): Promise<void> {
  await ctx.db.delete(connectors).where(eq(connectors.stationId, stationId));
  const rows = rowsOf(stationId, drafts, now);
  if (rows.length > 0) await ctx.db.insert(connectors).values(rows);
}
