import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import type { SettingName } from "@/lib/words";

import { getLayer, type SettingLayer } from "./get-layer";
import { showLayer } from "./read-setting-layer";
import { mayOverride } from "./rules";
import type { SetSettings, SettingsView } from "./schema";
import { deleteSetting, findSettingRows, storeSetting } from "./store";

const platformId = "00000000-0000-0000-0000-000000000000";

/**
 * Overrides settings at one layer, or takes overrides back where the value is null; all of them or none. What is so
 * already is not recorded again. Throws as `getLayer` does, or `setting.not_overridable` at the setting.
 */
export async function setSettings(ctx: Context, input: SetSettings): Promise<SettingsView> {
  return inTransaction(ctx, async (ctx) => {
    const layer = await getLayer(ctx, "setting.manage", input);
    const { scope, businessId, stationId } = layer;
    const scopeId = stationId ?? businessId ?? platformId;
    const stored = (await findSettingRows(ctx, layer)).filter((row) => row.scope === scope);
    const changes: Record<string, [unknown, unknown]> = {};
    for (const [name, value] of namedValues(input, layer)) {
      const before = stored.find((row) => row.name === name)?.value ?? null;
      if (before === value) continue;
      changes[name] = [before, value];
      if (value === null) await deleteSetting(ctx, { scope, scopeId, name });
      else {
        const updatedBy = asHolder(ctx, "setting.manage").actor.userId;
        const updatedAt = ctx.clock.now();
        await storeSetting(ctx, { scope, scopeId, name, value, updatedAt, updatedBy });
      }
    }
    if (Object.keys(changes).length > 0) {
      const concerned = { businessId, stationId };
      await recordAudit(ctx, {
        entity: "Setting",
        entityId: scopeId,
        action: "Set",
        to: scope,
        changes,
        ...concerned,
      });
      await publishEvent(ctx, {
        type: "setting.changed",
        payload: { scope, scopeId, names: Object.keys(changes) },
        ...concerned,
      });
    }
    return showLayer(ctx, layer);
  });
}

function namedValues({ values }: SetSettings, { scope }: SettingLayer) {
  return Object.entries(values).flatMap(([key, value]) => {
    const name = key as SettingName;
    if (value === undefined) return [];
    if (!mayOverride(name, scope)) {
      throw failField("setting.not_overridable", `values.${name}`, { name, scope });
    }
    return [[name, value] as const];
  });
}
