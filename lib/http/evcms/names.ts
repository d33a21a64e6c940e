import type { Role, UserStatus } from "@/lib/core/actor";
import type { BookingStatus } from "@/lib/charging/bookings/schema";
import type { ConnectorStatus, StationStatus } from "@/lib/sites/stations/schema";

// EV-CMS's words for our enumerations (operations.md §3); they come in in either spelling and any letter case.

export const roleNames = {
  EvOwner: "user",
  Backoffice: "brand",
  SystemAdmin: "admin",
  Operator: "operator",
} as const satisfies Record<Role, string>;

export const userStatusNames = {
  Active: "active",
  Blocked: "blocked",
  Deleted: "suspended",
  Erased: "blocked",
  Deactivated: "suspended",
} as const satisfies Record<UserStatus, string>;

export const bookingStatusNames = {
  Pending: "pending",
  Approved: "confirmed",
  InProgress: "active",
  Completed: "completed",
  Rejected: "cancelled",
  NoShow: "cancelled",
  CanceledByOwner: "cancelled",
  CanceledByBackoffice: "cancelled",
  CanceledByOperator: "cancelled",
} as const satisfies Record<BookingStatus, string>;

export const stationStatusNames = {
  Active: "active",
  Inactive: "inactive",
  Maintenance: "maintenance",
} as const satisfies Record<StationStatus, string>;

export const connectorStatusNames = {
  Active: "available",
  OutOfOrder: "faulted",
  Inactive: "unavailable",
} as const satisfies Record<ConnectorStatus, string>;

const plugs: Readonly<Record<string, string>> = {
  IEC_62196_T2: "Type2",
  IEC_62196_T1_COMBO: "CCS",
  IEC_62196_T2_COMBO: "CCS",
  CHADEMO: "CHAdeMO",
};

/** A plug as EV-CMS calls it; the others keep OCPI's name. */
export const plugName = (standard: string): string => plugs[standard] ?? standard;

/** All of ours that a word of theirs, or of ours in any letter case, means; what is neither stays for the schema. */
export function ours(names: Readonly<Record<string, string>>, word: unknown): unknown {
  if (typeof word !== "string") return word;
  const said = word.toLowerCase();
  const found = Object.entries(names).filter(
    ([mine, theirs]) => theirs === said || mine.toLowerCase() === said,
  );
  return found.length > 0 ? found.map(([mine]) => mine).join(",") : word;
}
