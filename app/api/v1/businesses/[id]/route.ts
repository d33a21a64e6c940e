import { z } from "zod";

import { readBusiness } from "@/lib/people/businesses";
import { BusinessView } from "@/lib/people/businesses/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Businesses",
  summary: "Read a business",
  permission: "business.read",
  params: z.object({ id: z.uuid() }),
  returns: BusinessView,
  examples: [{ name: "The own business", params: { id: sample.businessId } }],
  run: (ctx, { params }) => readBusiness(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
