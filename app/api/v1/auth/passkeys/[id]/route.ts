import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { removePasskey, renamePasskey } from "@/lib/people/passkeys";
import { PasskeyView, RenamePasskey } from "@/lib/people/passkeys/schema";

const params = z.object({ id: z.uuid() });

export const PUT = endpoint({
  tag: "Auth",
  summary: "Rename one of the own passkeys",
  permission: "account.self",
  params,
  body: RenamePasskey,
  returns: PasskeyView,
  examples: [{ name: "The phone in the car", as: "EvOwner", body: { name: "Phone in the car" } }],
  run: (ctx, { params, body }) => renamePasskey(ctx, { ...params, ...body }),
});

export const DELETE = endpoint({
  tag: "Auth",
  summary: "Remove one of the own passkeys",
  permission: "account.self",
  params,
  status: 204,
  examples: [{ name: "A lost phone", as: "EvOwner" }],
  run: (ctx, { params }) => removePasskey(ctx, params),
});

export const { GET, POST, PATCH, OPTIONS } = otherMethods({ PUT, DELETE });
