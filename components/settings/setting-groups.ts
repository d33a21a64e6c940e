import { settingDefinitions, settingNames, type SettingName } from "@/lib/words";
import { type SettingGroup, settingGroups as groups } from "@/lib/words/setting";

/** Every setting once, by the group that it names, in the order in which they are read. */
export const settingGroups: readonly (readonly [SettingGroup, readonly SettingName[]])[] =
  groups.map((group) => [
    group,
    settingNames.filter((name) => settingDefinitions[name].group === group),
  ]);
