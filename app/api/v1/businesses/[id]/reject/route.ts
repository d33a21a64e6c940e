import { z } from "zod";

import { rejectBusiness } from "@/lib/people/businesses";
import { BusinessView, RejectBusiness } from "@/lib/people/businesses/schema";
import { coreBusiness } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Businesses",
  summary: "Reject a request",
  permission: "business.decide",
  core: { names: "Backoffice/{id}/reject", view: coreBusiness },
  params: z.object({ id: z.uuid() }),
  body: RejectBusiness,
  returns: BusinessView,
  examples: [
    { name: "With a reason", body: { reason: "The tax id is not known to the registry." } },
  ],
  run: (ctx, { params, body }) => rejectBusiness(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
