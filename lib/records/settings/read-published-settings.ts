import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";
import { publishedSettings, type PublishedSetting } from "@/lib/words";

import { getSettings } from "./get-settings";
import type { SettingsOf } from "./rules";
import type { Settings } from "./schema";

export type PublishedSettings = Pick<Settings, PublishedSetting>;

/**
 * The settings that the rooms' words publish, as they are in force for a station, a business or the platform: what
 * public pages tell (how late one may cancel) and what a process counts by (how many calls a minute). For everybody.
 */
export async function readPublishedSettings(
  ctx: Context,
  of: SettingsOf = {},
): Promise<PublishedSettings> {
  openTo(ctx, "service.read");
  const inForce = await getSettings(ctx, of);
  return Object.fromEntries(
    publishedSettings.map((name) => [name, inForce[name]]),
  ) as PublishedSettings;
}
