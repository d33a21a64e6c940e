export { names } from "./answer-names";
export { getSettings, type SettingsOf } from "./get-settings";
export { settingsFromEnvironment } from "./rules";
export { type Settings } from "./schema";
export { wholeInForce } from "./store";
