import { readMe, updateProfile } from "@/lib/people/accounts";
import { MeView, UpdateProfile } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsProfile } from "@/lib/http/evcms/people";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Auth",
  summary: "Read the own profile",
  permission: "account.self",
  evcms: evcmsProfile,
  returns: MeView,
  run: (ctx) => readMe(ctx),
});

export const PUT = endpoint({
  tag: "Auth",
  summary: "Change the own profile",
  description: "What is not named stays. An owner without an identity number gives one here, once.",
  permission: "account.self",
  evcms: evcmsProfile,
  body: UpdateProfile,
  returns: MeView,
  examples: [{ name: "Another name", body: { name: "Ravi P. Perera" } }],
  run: (ctx, { body }) => updateProfile(ctx, body),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
