export { names } from "./answer-names";
export { eraser } from "./forget-person";
export { getSettings } from "./get-settings";
export { settingsFromEnvironment, type SettingsOf } from "./rules";
export { type Settings } from "./schema";
export { wholeInForce } from "./store";
