import { z } from "zod";

import {
  emailAddress,
  lineOfText,
  newPassword,
  personName,
  phoneNumber,
  reasonText,
} from "@/lib/people/accounts/schema";

export const businessStatus = z.enum(["PendingApproval", "Active", "Rejected"]);
export type BusinessStatus = z.infer<typeof businessStatus>;

const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZoneName, "Use an IANA time zone, such as America/New_York.");

/** Whether Intl knows the zone by a name, not by an offset; as `isTimeZone` of lib/core, which schemas cannot ask. */
function isTimeZoneName(zone: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    return false;
  }
  return /^[A-Za-z]/.test(zone);
}

const address = z
  .string()
  .trim()
  .min(1, "Must not be empty.")
  .max(500, "Use at most 500 characters.")
  .regex(/^[\P{Cc}\n]*$/u, "Must be without control characters.");

export const RequestBusiness = z.strictObject({
  businessName: lineOfText(160),
  contact: z.strictObject({ name: personName, email: emailAddress, phone: phoneNumber }),
  billing: z
    .strictObject({ address: address.optional(), taxId: lineOfText(60).optional() })
    .optional(),
  timeZone,
});
export type RequestBusiness = z.infer<typeof RequestBusiness>;

/** Whom to make the first Backoffice user; the contact, who is sent an invitation, by default. */
export const ApproveBusiness = z.strictObject({
  adminEmail: emailAddress.optional(),
  /** Must be changed at the first login on the web; no invitation is sent then. */
  temporaryPassword: newPassword.optional(),
});
export type ApproveBusiness = z.infer<typeof ApproveBusiness>;

export const RejectBusiness = z.strictObject({ reason: reasonText });
export type RejectBusiness = z.infer<typeof RejectBusiness>;

export const ListBusinesses = z.object({
  status: businessStatus.optional(),
  /** Part of the name, or of the contact's name or email. */
  search: z
    .string()
    .trim()
    .max(100, "Use at most 100 characters.")
    .regex(/^\P{Cc}*$/u, "Must be one line, without control characters.")
    .optional(),
  sort: z.enum(["name", "-name", "createdAt", "-createdAt"]).default("-createdAt"),
});
export type ListBusinesses = z.infer<typeof ListBusinesses>;

const instant = z.iso.datetime();

export const BusinessRequested = z.object({ id: z.uuid(), status: businessStatus });
export type BusinessRequested = z.infer<typeof BusinessRequested>;

export const BusinessView = z.object({
  id: z.uuid(),
  name: z.string(),
  status: businessStatus,
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  billing: z.object({ address: z.string().nullable(), taxId: z.string().nullable() }),
  timeZone: z.string(),
  rejectionReason: z.string().nullable(),
  decidedAt: instant.nullable(),
  createdAt: instant,
});
export type BusinessView = z.infer<typeof BusinessView>;

export const ApprovedBusiness = BusinessView.extend({
  /** The Backoffice user that was made. */
  admin: z.object({
    id: z.uuid(),
    email: z.string(),
    /** Whether an invitation is on its way; otherwise the temporary password is to be changed. */
    invited: z.boolean(),
  }),
});
export type ApprovedBusiness = z.infer<typeof ApprovedBusiness>;
