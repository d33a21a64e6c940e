export { listSettings } from "./list-settings";
export { setSettings } from "./set-settings";
