import { z } from "zod";

import { approveBusiness } from "@/lib/people/businesses";
import { ApproveBusiness, ApprovedBusiness } from "@/lib/people/businesses/schema";
import { coreBusiness } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Businesses",
  summary: "Approve a request",
  description:
    "Makes the contact, or `adminEmail`, the first Backoffice user. They are invited by email, unless a " +
    "temporary password is given, which they must change at the first login on the web.",
  permission: "business.decide",
  core: { names: "Backoffice/{id}/approve", view: coreBusiness },
  params: z.object({ id: z.uuid() }),
  body: ApproveBusiness,
  returns: ApprovedBusiness,
  examples: [
    { name: "The contact gets an invitation", body: {} },
    {
      name: "With a first password",
      body: {
        adminEmail: "ops@riverside.example.com",
        temporaryPassword: "first day 42 riverside",
      },
    },
  ],
  run: (ctx, { params, body }) => approveBusiness(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
