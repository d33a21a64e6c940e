import { z } from "zod";

import { readOwner, updateOwner } from "@/lib/people/accounts";
import { OwnerView, UpdateOwner, ownerKey } from "@/lib/people/accounts/schema";
import { coreOwner } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

const params = z.object({ nic: ownerKey });

export const GET = endpoint({
  tag: "Drivers",
  summary: "Read a driver's profile",
  description: "`nic` is the identity number, in any letter case, or the driver's id.",
  permission: "owner.read",
  params,
  returns: OwnerView,
  run: (ctx, { params }) => readOwner(ctx, params),
});

export const PUT = endpoint({
  tag: "Drivers",
  summary: "Change the own profile",
  description: "What is not named stays.",
  permission: "owner.update",
  core: { names: "EvOwner/{nic}", view: coreOwner },
  params,
  body: UpdateOwner,
  returns: OwnerView,
  examples: [{ name: "Another car", body: { vehiclePlate: "WP CBD-5678" } }],
  run: (ctx, { params, body }) => updateOwner(ctx, params, body),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
