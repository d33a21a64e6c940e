export { listSettings } from "./list-settings";
export { readSettings, type SettingsOf } from "./read-settings";
export { settingsFromEnvironment } from "./rules";
export { settingDefinitions, type SettingName, type Settings } from "./schema";
export { setSettings } from "./set-settings";
