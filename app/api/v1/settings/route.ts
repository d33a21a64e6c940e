import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listSettings, setSettings } from "@/lib/settings";
import { ListSettings, SetSettings, SettingsView } from "@/lib/settings/schema";

export const GET = endpoint({
  tag: "Settings",
  summary: "Read the settings in force and where each comes from",
  description:
    "Those of the platform, of a business or of a station. A Backoffice user sees the own business and its stations.",
  permission: "setting.read",
  query: ListSettings,
  returns: SettingsView,
  run: (ctx, { query }) => listSettings(ctx, query),
});

export const PUT = endpoint({
  tag: "Settings",
  summary: "Override settings, or take overrides back with null",
  permission: "setting.manage",
  body: SetSettings,
  returns: SettingsView,
  run: (ctx, { body }) => setSettings(ctx, body),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
