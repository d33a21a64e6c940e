export { names } from "./answer-names";
export { readSettings, type SettingsOf } from "./read-settings";
export { getSettings, type SettingsOf } from "./get-settings";
export { settingsFromEnvironment } from "./rules";
export { type Settings } from "./schema";
export { wholeInForce } from "./store";
