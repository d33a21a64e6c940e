import { settingDefinitions, settingNames, type SettingName } from "@/lib/words";

import {
  settingScope,
  type SettingScope,
  type Settings,
  type SettingSource,
  type SettingView,
} from "./schema";

/** One stored override. */
export interface SettingRow {
  readonly scope: SettingScope;
  readonly name: string;
  readonly value: unknown;
}

/** What holds where nothing overrides it: the environment's value, else the default. */
export function fallback(
  fromEnvironment: Readonly<Record<string, unknown>>,
  name: SettingName,
): unknown {
  return fromEnvironment[name] ?? settingDefinitions[name].default;
}

/** The nearest value wins: default ← environment ← platform ← business ← station (product.md). */
export function layer(
  fromEnvironment: Readonly<Record<string, unknown>>,
  rows: readonly SettingRow[],
): { values: Settings; sources: Record<SettingName, SettingSource> } {
  const values: Record<string, unknown> = {};
  const sources = {} as Record<SettingName, SettingSource>;
  for (const name of settingNames) {
    values[name] = fallback(fromEnvironment, name);
    sources[name] = name in fromEnvironment ? "Environment" : "Default";
    for (const scope of settingScope.options) {
      const row = rows.find((candidate) => candidate.scope === scope && candidate.name === name);
      if (!row) continue;
      values[name] = row.value;
      sources[name] = scope;
    }
  }
  return { values: values as Settings, sources };
}

/**
 * Reads the defaults that the environment overrides, by setting name.
 * Throws a plain Error that names the variable when a value does not fit its setting.
 */
export function settingsFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const name of settingNames) {
    const { env: variable, type } = settingDefinitions[name];
    const text = env[variable];
    if (text === undefined || text === "") continue;
    const numeric = type.safeParse(Number(text));
    const parsed = numeric.success ? numeric : type.safeParse(text);
    if (!parsed.success)
      throw new Error(`${variable}: "${text}" does not fit: ${settingDefinitions[name].help}`);
    values[name] = parsed.data;
  }
  return values;
}

/** Every setting with its value in force and what each layer says. */
export function viewSettings(
  fromEnvironment: Readonly<Record<string, string | number | boolean>>,
  rows: readonly SettingRow[],
): SettingView[] {
  const { values, sources } = layer(fromEnvironment, rows);
  const said = (scope: SettingRow["scope"], name: string) => {
    const row = rows.find((candidate) => candidate.scope === scope && candidate.name === name);
    return (row?.value as SettingView["value"] | undefined) ?? null;
  };
  return settingNames.map((name) => ({
    name,
    help: settingDefinitions[name].help,
    value: values[name],
    source: sources[name],
    layers: {
      default: settingDefinitions[name].default,
      environment: fromEnvironment[name] ?? null,
      platform: said("Platform", name),
      business: said("Business", name),
      station: said("Station", name),
    },
    overridableBy: [...settingDefinitions[name].overridableBy],
  }));
}

/** Whether a layer may override the setting; the platform may override every one. */
export function mayOverride(name: SettingName, scope: SettingRow["scope"]): boolean {
  const allowed: readonly string[] = settingDefinitions[name].overridableBy;
  return scope === "Platform" || allowed.includes(scope);
}
