import { z } from "zod";

import { deactivateOwner } from "@/lib/people/accounts";
import { OwnerView, StatusChange, ownerKey } from "@/lib/people/accounts/schema";
import { coreOwner } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Drivers",
  summary: "Deactivate a driver",
  description:
    "By the driver, or by staff, who must give a reason. A deactivated driver may log in and read, but not book.",
  permission: "owner.deactivate",
  core: { names: "EvOwner/{nic}/deactivate", view: coreOwner },
  params: z.object({ nic: ownerKey }),
  body: StatusChange,
  returns: OwnerView,
  examples: [
    { name: "By the driver", as: "EvOwner", body: {} },
    { name: "By the platform", as: "SystemAdmin", body: { reason: "Three no-shows in a week." } },
  ],
  run: (ctx, { params, body }) => deactivateOwner(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
