import { z } from "zod";

import { settingDefinitions, settingNames, type SettingName } from "@/lib/words";
import { english } from "@/lib/words/rule-words";

import { settingScope, type Settings, type SettingScope, type SettingSource } from "./schema";

/** One stored override. */
export interface SettingRow {
  readonly scope: SettingScope;
  readonly name: string;
  readonly value: unknown;
}

/** Whose settings: the platform's without either id; the nearest layer wins. */
export interface SettingsOf {
  readonly businessId?: string | null;
  readonly stationId?: string | null;
  /** The station whose business it is, where that is not known yet. */
  readonly businessOf?: string;
}

/** What holds where nothing overrides it: the environment's value, else the default. */
export function fallback(
  fromEnvironment: Readonly<Record<string, unknown>>,
  name: SettingName,
): unknown {
  return fromEnvironment[name] ?? settingDefinitions[name].default;
}

/** Whether a stored value still is one that the setting takes: bounds may have moved since it was set. */
export const fits = ({ name, value }: SettingRow): boolean =>
  Object.hasOwn(settingDefinitions, name) &&
  settingDefinitions[name as SettingName].type.safeParse(value).success;

/**
 * The nearest value wins: default ← environment ← platform ← business ← station (product.md). One that its setting
 * does not take any more counts as none.
 */
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
      if (!row || !fits(row)) continue;
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
    const read = [Number(text), readFlag(text), text].map((value) => type.safeParse(value));
    const parsed = read.find(({ success }) => success) ?? type.safeParse(text);
    if (!parsed.success)
      throw new Error(`${variable}: "${text}" does not fit: ${english.setting(name)}`);
    values[name] = parsed.data;
  }
  return values;
}

/** Whether a layer may override the setting; the platform may override every one. */
export function mayOverride(name: SettingName, scope: SettingRow["scope"]): boolean {
  const allowed: readonly string[] = settingDefinitions[name].overridableBy;
  return scope === "Platform" || allowed.includes(scope);
}

/** `true` or `false` as an environment or a form says it; undefined for another text. */
export function readFlag(text: string): boolean | undefined {
  const { data } = z.stringbool().safeParse(text);
  return data;
}
