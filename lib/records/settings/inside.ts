export { names } from "./answer-names";
export { eraser } from "./forget-person";
export { getSettings, type SettingsOf } from "./get-settings";
export { settingsFromEnvironment } from "./rules";
export { type Settings } from "./schema";
export { wholeInForce } from "./store";
