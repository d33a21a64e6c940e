import { readMe } from "@/lib/people/accounts";
import { MeView } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsProfile } from "@/lib/http/evcms/people";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Auth",
  summary: "Who is signed in",
  permission: "account.self",
  evcms: evcmsProfile,
  snake: { names: "auth/me" },
  returns: MeView,
  run: (ctx) => readMe(ctx),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
