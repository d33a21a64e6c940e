import type { Context } from "@/lib/core/context";

import { getLayer, type SettingLayer } from "./get-layer";
import type { ReadSettingLayer, SettingsView } from "./schema";
import { findSettingRows } from "./store";
import { viewSettings } from "./view";

/**
 * Every setting in force for a station, a business or the platform, with what each layer says. A Backoffice user
 * sees the own business, and by id one of its stations. Throws as `getLayer` does.
 */
export async function readSettingLayer(
  ctx: Context,
  query: ReadSettingLayer,
): Promise<SettingsView> {
  return showLayer(ctx, await getLayer(ctx, "setting.read", query));
}

/** The settings in force at a layer that the actor may see. */
export async function showLayer(ctx: Context, layer: SettingLayer): Promise<SettingsView> {
  const rows = await findSettingRows(ctx, layer);
  return { ...layer, settings: viewSettings(ctx.config.settings, rows, ctx.locale) };
}
