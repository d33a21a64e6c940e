import { settingDefinitions, settingNames } from "@/lib/words";
import { rulesIn } from "@/lib/words/rule-words";
import type { Locale } from "@/lib/words/say";

import { fits, layer, type SettingRow } from "./rules";
import type { SettingView } from "./schema";

/** Every setting with its value in force and what each layer says. */
export function viewSettings(
  fromEnvironment: Readonly<Record<string, string | number | boolean>>,
  rows: readonly SettingRow[],
  locale: Locale,
): SettingView[] {
  const { values, sources } = layer(fromEnvironment, rows);
  const said = (scope: SettingRow["scope"], name: string) => {
    const row = rows.find((candidate) => candidate.scope === scope && candidate.name === name);
    return row && fits(row) ? (row.value as SettingView["value"]) : null;
  };
  return settingNames.map((name) => ({
    name,
    help: rulesIn(locale).setting(name),
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
