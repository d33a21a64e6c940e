import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { idOf } from "@/lib/core/fields";
import { settingDefinitions, settingNames, type SettingName } from "@/lib/words";
import { bothLayers } from "@/lib/words/setting";

export type Settings = { [N in SettingName]: z.infer<(typeof settingDefinitions)[N]["type"]> };

/** The layers that override a setting, the nearest last (product.md, Settings). */
export const settingScope = z.enum(["Platform", "Business", "Station"]);
export type SettingScope = z.infer<typeof settingScope>;

/** Where a setting's value comes from, the furthest first. */
export const settingSource = z.enum(["Default", "Environment", ...settingScope.options]);
export type SettingSource = z.infer<typeof settingSource>;

export const ReadSettingLayer = z.object({
  businessId: idOf("business_id").optional(),
  stationId: idOf("station_id").optional(),
});
export type ReadSettingLayer = z.infer<typeof ReadSettingLayer>;

/** Each setting's own type, or null to take the override back. */
const valueTypes: unknown = Object.fromEntries(
  settingNames.map((name) => [name, settingDefinitions[name].type.nullable().optional()]),
);
type ValueTypes = { [N in SettingName]: z.ZodOptional<z.ZodNullable<z.ZodType<Settings[N]>>> };

export const SetSettings = z.strictObject({
  /** By default the nearest that is named. */
  scope: settingScope.optional(),
  businessId: idOf("business_id").optional(),
  stationId: idOf("station_id").optional(),
  values: z
    .strictObject(valueTypes as ValueTypes)
    .refine((values) => Object.keys(values).length > 0, fault("no_setting")),
});
export type SetSettings = z.infer<typeof SetSettings>;

const settingValue = z.union([z.string(), z.number(), z.boolean()]);

export const SettingView = z.object({
  name: z.string(),
  help: z.string(),
  /** The value in force. */
  value: settingValue,
  source: settingSource,
  /** What each layer says; null where it says nothing. */
  layers: z.object({
    default: settingValue,
    environment: settingValue.nullable(),
    platform: settingValue.nullable(),
    business: settingValue.nullable(),
    station: settingValue.nullable(),
  }),
  overridableBy: z.array(z.enum(bothLayers)),
});
export type SettingView = z.infer<typeof SettingView>;

export const SettingsView = z.object({
  scope: settingScope,
  businessId: z.uuid().nullable(),
  stationId: z.uuid().nullable(),
  settings: z.array(SettingView),
});
export type SettingsView = z.infer<typeof SettingsView>;
