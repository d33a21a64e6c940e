export { listSettings } from "./list-settings";
export { readPublishedSettings, type PublishedSettings } from "./read-published-settings";
export { setSettings } from "./set-settings";
