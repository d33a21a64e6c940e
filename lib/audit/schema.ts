import { z } from "zod";

export const auditEntity = z.enum(["Booking", "Session", "Station", "Business", "User", "Setting"]);
export type AuditEntity = z.infer<typeof auditEntity>;

/** Every deed that leaves an audit record (checklist 000-151, and what product.md adds). */
export const auditAction = z.enum([
  "Request",
  "Create",
  "Approve",
  "Reject",
  "Update",
  "Cancel",
  "Move",
  "NoShow",
  "Checkin",
  "Override",
  "Finalize",
  "Abort",
  "Pause",
  "Resume",
  "Deactivate",
  "Reactivate",
  "Block",
  "SetStatus",
  "SetSchedule",
  "SetTariff",
  "AddHold",
  "UpdateHold",
  "RemoveHold",
  "AddConnector",
  "UpdateConnector",
  "RemoveConnector",
  "AddPhoto",
  "AssignStations",
  "Import",
  "SetPassword",
  "ChangePassword",
  "Set",
  "Conflict",
  "ConflictSettled",
  "Reconcile",
]);
export type AuditAction = z.infer<typeof auditAction>;
