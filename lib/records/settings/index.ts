export { readSettingLayer } from "./read-setting-layer";
export { readPublishedSettings, type PublishedSettings } from "./read-published-settings";
export { setSettings } from "./set-settings";
