import { z } from "zod";

import { newPassword } from "@/lib/core/credentials";
import { fault } from "@/lib/core/fault";
import {
  emailAddress,
  instantView,
  lineOfText,
  pageOfText,
  personName,
  phoneNumber,
  reasonText,
  searchText,
  sortBy,
  timeZoneName,
} from "@/lib/core/fields";

export const businessStatus = z.enum(["PendingApproval", "Active", "Rejected"]);
export type BusinessStatus = z.infer<typeof businessStatus>;

/** Everything that is done to a business by its status; `rules.ts` says who, from where and to what. */
export const businessAction = z.enum(["approve", "reject"]);

export const RequestBusiness = z.strictObject({
  businessName: lineOfText(160),
  contact: z.strictObject({ name: personName, email: emailAddress, phone: phoneNumber }),
  billing: z
    .strictObject({
      address: pageOfText(500).min(1, fault("empty")).optional(),
      taxId: lineOfText(60).optional(),
    })
    .optional(),
  timeZone: timeZoneName,
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
  search: searchText.optional(),
  sort: sortBy("name", "createdAt").default("-createdAt"),
});
export type ListBusinesses = z.infer<typeof ListBusinesses>;
/** The requests that wait for a decision, wherever they are shown: who waits longest comes first (S7). */
export const requestQueue = ListBusinesses.parse({ status: "PendingApproval", sort: "createdAt" });

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
  decidedAt: instantView.nullable(),
  createdAt: instantView,
  /** What the caller may do with it now. */
  can: z.array(businessAction),
  /** Of that, what is done with a reason alone. */
  asksReason: z.array(businessAction),
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
