export * from "./schema/channels";
export * from "./schema/devices";
export * from "./schema/notifications";
