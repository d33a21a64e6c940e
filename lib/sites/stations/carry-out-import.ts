import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { authorize } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import type { Settings } from "@/lib/records/settings/inside";
import { storeTariff, toTariff } from "@/lib/money/tariffs/inside";

import type { ReadRow, StationDraft } from "./check-draft";
import { followSource, saysMore } from "./follow-source";
import type { ImportPlan } from "./plan-import";
import { insertImported, replaceConnectors, updateImported } from "./store/imports";

/** A row of a file, and what is to become of it. */
type Planned = Readonly<{ row: ReadRow; plan: ImportPlan }>;

/** Writes what was planned for a batch of rows, tells it, and makes bookable what somebody runs. */
export async function carryOut(
  ctx: Context,
  planned: readonly Planned[],
  { settings, businessId }: { readonly settings: Settings; readonly businessId: string | null },
): Promise<void> {
  const now = ctx.clock.now();
  const created = planned.flatMap(({ row, plan }) =>
    plan.outcome === "created" && row.draft ? [{ id: newId(), draft: row.draft }] : [],
  );
  await insertImported(ctx, created, {
    businessId,
    slotMinutes: settings.defaultSlotMinutes,
    approval: settings.defaultApproval,
    now,
  });
  const changed = planned.flatMap(({ row, plan }) =>
    plan.outcome === "updated" && row.draft ? [{ ...plan, draft: row.draft }] : [],
  );
  for (const { id, columns, connectors, status, draft } of changed) {
    await updateImported(ctx, id, columns, now);
    if (status) await followSource(ctx, id, status);
    if (connectors) await replaceConnectors(ctx, id, draft.connectors, now);
  }
  const fresh = [...created, ...changed.filter(({ isTakenOver }) => isTakenOver)];
  for (const { id, draft } of fresh) await setPrice(ctx, { id, businessId }, draft, settings);
  await tell(ctx, created, changed.filter(saysMore), businessId);
  await makeBookable(ctx, fresh, changed, businessId);
}

/** Lets whoever imports for the business act on its stations; `planImport` has refused each of another's. */
const imported = <T extends { readonly stationId: string }>(
  ctx: Context,
  businessId: string | null,
  thing: T,
) => authorize(ctx, "station.import", { ...thing, businessId }, "station.not_found");

async function setPrice(
  ctx: Context,
  { id: stationId, businessId }: { readonly id: string; readonly businessId: string | null },
  draft: StationDraft,
  settings: Settings,
) {
  if (!draft.pricing) return;
  const currency = draft.currency ?? settings.defaultCurrency;
  const defaults = { currency, taxPercent: settings.defaultTaxPercent };
  await storeTariff(
    ctx,
    imported(ctx, businessId, { stationId }),
    toTariff(draft.pricing, defaults),
  );
}

/** Records every station; events tell of those that somebody runs. */
async function tell(
  ctx: Context,
  created: readonly { id: string; draft: StationDraft }[],
  changed: readonly { id: string; columns: object; businessId: string | null }[],
  businessId: string | null,
): Promise<void> {
  const deed = (id: string, owner: string | null) =>
    ({
      entity: "Station",
      entityId: id,
      action: "Import",
      businessId: owner,
      stationId: id,
    }) as const;
  await recordAudit(
    ctx,
    ...created.map(({ id, draft }) => ({ ...deed(id, businessId), to: draft.status })),
    ...changed.map(({ id, columns, businessId }) => ({
      ...deed(id, businessId),
      changes: { ...columns },
    })),
  );
  const event = (type: "station.created" | "station.changed", id: string, owner: string | null) =>
    owner === null ? [] : [{ type, payload: { stationId: id }, businessId: owner, stationId: id }];
  await publishEvent(
    ctx,
    ...created.flatMap(({ id }) => event("station.created", id, businessId)),
    ...changed.flatMap(({ id, businessId }) => event("station.changed", id, businessId)),
  );
}

/** Understood hours become the week of a business's new stations; slots follow every change that matters. */
async function makeBookable(
  ctx: Context,
  fresh: readonly { id: string; draft: StationDraft }[],
  changed: readonly { id: string; businessId: string | null }[],
  businessId: string | null,
): Promise<void> {
  if (businessId !== null) {
    const hours = fresh.flatMap(({ id, draft }) =>
      draft.weekly
        ? [
            imported(ctx, businessId, {
              stationId: id,
              weekly: draft.weekly,
              exceptions: draft.exceptions ?? [],
            }),
          ]
        : [],
    );
    if (hours.length > 0) await ctx.ports.setWeeklyHours(ctx, hours);
  }
  const run = changed.flatMap(({ id, businessId }) => (businessId === null ? [] : [id]));
  const ids = new Set([...(businessId === null ? [] : fresh.map(({ id }) => id)), ...run]);
  if (ids.size > 0) await ctx.ports.rebuildSlots(ctx, [...ids]);
}
