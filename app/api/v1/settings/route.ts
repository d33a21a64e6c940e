import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readSettingLayer, setSettings } from "@/lib/records/settings";
import { ReadSettingLayer, SetSettings, SettingsView } from "@/lib/records/settings/schema";

export const GET = endpoint({
  tag: "Settings",
  summary: "Read the settings in force and where each comes from",
  description:
    "Those of the platform, of a business or of a station. A Backoffice user sees the own business and its stations.",
  permission: "setting.read",
  query: ReadSettingLayer,
  returns: SettingsView,
  examples: [
    { name: "As they hold at a station", as: "Backoffice", query: { stationId: sample.stationId } },
  ],
  run: (ctx, { query }) => readSettingLayer(ctx, query),
});

export const PUT = endpoint({
  tag: "Settings",
  summary: "Override settings, or take overrides back with null",
  permission: "setting.manage",
  body: SetSettings,
  returns: SettingsView,
  examples: [
    {
      name: "For the platform",
      as: "SystemAdmin",
      body: { scope: "Platform", values: { maxDaysAhead: 10 } },
    },
    {
      name: "For a station, and another back to its default",
      as: "Backoffice",
      body: {
        scope: "Station",
        stationId: sample.stationId,
        values: { changeCutoffMinutes: 360, maxDaysAhead: null },
      },
    },
  ],
  run: (ctx, { body }) => setSettings(ctx, body),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
