import { settingNames, type SettingName } from "@/lib/words";

/** Settings that belong together, in the order in which they are read. */
const groups = {
  booking: ["maxDaysAhead", "leadMinutes", "maxSlotsPerBooking", "changeCutoffMinutes"],
  arrival: ["checkInBeforeMinutes", "checkInAfterMinutes", "noShowAfterMinutes"],
  stations: ["defaultSlotMinutes", "defaultApproval", "defaultCurrency", "defaultTaxPercent"],
  records: ["ocpiCountryCode", "ocpiPartyId"],
} as const satisfies Record<string, readonly SettingName[]>;

export type SettingGroup = keyof typeof groups | "system";

const grouped: ReadonlySet<SettingName> = new Set(Object.values(groups).flat());

/** Every setting once, by group; what no group names runs the system. */
export const settingGroups: readonly (readonly [SettingGroup, readonly SettingName[]])[] = [
  ...(Object.entries(groups) as [keyof typeof groups, readonly SettingName[]][]),
  ["system", settingNames.filter((name) => !grouped.has(name))],
];
