import type { Context } from "@/lib/core/context";

import { findLayer, type SettingLayer } from "./find-layer";
import type { ListSettings, SettingsView } from "./schema";
import { findSettingRows } from "./store";
import { viewSettings } from "./view";

/**
 * Every setting in force for a station, a business or the platform, with what each layer says. A Backoffice user
 * sees the own business, and by id one of its stations. Throws as `findLayer` does.
 */
export async function listSettings(ctx: Context, query: ListSettings): Promise<SettingsView> {
  return showLayer(ctx, await findLayer(ctx, "setting.read", query));
}

/** The settings in force at a layer that the actor may see. */
export async function showLayer(ctx: Context, layer: SettingLayer): Promise<SettingsView> {
  const rows = await findSettingRows(ctx, layer);
  return { ...layer, settings: viewSettings(ctx.config.settings, rows) };
}
