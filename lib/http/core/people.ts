import { z } from "zod";

import type { LoginResult, OperatorView, OwnerView } from "@/lib/people/accounts/schema";
import type { ApprovedBusiness, BusinessView } from "@/lib/people/businesses/schema";

import type { Fields, Translation } from "../contracts/projection";

/** What a login gives; whoever logs in sees at once whether they are Deactivated. */
export const coreLogin = (view: LoginResult) => ({
  ...view,
  ownerNIC: view.ownerNic,
  status: view.user.status,
});

export const coreOwner = (view: OwnerView) => ({
  ...view,
  OwnerId: view.id,
  createdAtUtc: view.createdAt,
});

export const coreOperator = (view: OperatorView) => ({
  ...view,
  backofficeId: view.businessId,
  createdAtUtc: view.createdAt,
});

export const coreBusiness = <V extends BusinessView | ApprovedBusiness>(view: V) => ({
  ...view,
  backofficeId: view.id,
  createdAtUtc: view.createdAt,
});

/**
 * A request of a business, of whose example it cannot be said whether the time zone lies in the contact or beside it:
 * it is read in either place. Where both say one and not the same, the contact's is refused as a field unknown there.
 */
export const coreBusinessBody: Translation = {
  names: ["contact", "timeZone"],
  schema: z.object({ contact: z.object({ timeZone: z.string().optional() }) }),
  into: ({ contact, timeZone }) => {
    if (typeof contact !== "object" || contact === null || !Object.hasOwn(contact, "timeZone")) {
      return { contact, timeZone };
    }
    const { timeZone: inside, ...rest } = contact as Fields;
    if (timeZone !== undefined && timeZone !== inside) return { contact, timeZone };
    return { contact: rest, timeZone: inside };
  },
};
