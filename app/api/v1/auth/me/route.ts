import { readMe } from "@/lib/accounts";
import { MeView } from "@/lib/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint({
  tag: "Auth",
  summary: "Who is signed in",
  permission: "account.self",
  returns: MeView,
  run: (ctx) => readMe(ctx),
});
