import type { Context } from "@/lib/core/context";

import { layer } from "./rules";
import type { Settings } from "./schema";
import { findSettingRows } from "./store";

/** Whose settings: the platform's without either id; the nearest layer wins. */
export interface SettingsOf {
  readonly businessId?: string | null;
  readonly stationId?: string | null;
  /** The station whose business it is, where that is not known yet. */
  readonly businessOf?: string;
}

/** The settings in force for a station, a business or the platform. One query. */
export async function getSettings(ctx: Context, of: SettingsOf = {}): Promise<Settings> {
  return layer(ctx.config.settings, await findSettingRows(ctx, of)).values;
}
