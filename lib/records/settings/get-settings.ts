import type { Context } from "@/lib/core/context";

import { layer, type SettingsOf } from "./rules";
import type { Settings } from "./schema";
import { findSettingRows } from "./store";

/** The settings in force for a station, a business or the platform. One query. */
export async function getSettings(ctx: Context, of: SettingsOf = {}): Promise<Settings> {
  return layer(ctx.config.settings, await findSettingRows(ctx, of)).values;
}
