import { and, asc, eq, inArray, sql } from "drizzle-orm";

import { connectors, stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import type { WithoutStatus } from "@/lib/core/transitions";
import { newId } from "@/lib/core/ids";

import type { ConnectorDraft, StationDraft } from "../check-draft";
import { factsOf, type FollowedColumns, type ImportedStation } from "../plan-import";
import type { Approval } from "../schema";

/** One import writes at a time, so that two of the same file do not make the same stations. */
export async function lockImports(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('stations.import', 0))`);
}

/** Those of the drafts that came before, by their key; their rows stay locked. */
export async function findImported(
  ctx: Context,
  source: string,
  drafts: readonly StationDraft[],
): Promise<Map<string, ImportedStation>> {
  if (drafts.length === 0) return new Map();
  const keys = drafts.map(({ sourceId }) => sourceId);
  const rows = await ctx.db
    .select()
    .from(stations)
    .where(and(eq(stations.source, source), inArray(stations.sourceId, keys)))
    .orderBy(asc(stations.id))
    .for("no key update");
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const places = await ctx.db
    .select()
    .from(connectors)
    .where(inArray(connectors.stationId, ids))
    .orderBy(asc(connectors.stationId), asc(connectors.number));
  const byStation = Map.groupBy(places, ({ stationId }) => stationId);
  const draftOf = ({ number, standards, maxPowerW, status }: (typeof places)[number]) => ({
    number,
    standards,
    maxPowerW,
    status,
  });
  return new Map(
    rows.map((row) => [
      row.sourceId ?? "",
      { ...row, connectors: (byStation.get(row.id) ?? []).map(draftOf) },
    ]),
  );
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
