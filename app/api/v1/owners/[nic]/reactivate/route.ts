import { z } from "zod";

import { reactivateOwner } from "@/lib/people/accounts";
import { OwnerView, StatusChange, ownerKey } from "@/lib/people/accounts/schema";
import { coreOwner } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const PUT = endpoint({
  tag: "Drivers",
  summary: "Reactivate a driver",
  permission: "owner.reactivate",
  core: { names: "EvOwner/{nic}/reactivate", view: coreOwner },
  params: z.object({ nic: ownerKey }),
  body: StatusChange,
  returns: OwnerView,
  examples: [
    {
      name: "After a call",
      params: { nic: sample.deactivatedOwnerNic },
      body: { reason: "The driver asked for it." },
    },
  ],
  run: (ctx, { params, body }) => reactivateOwner(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
