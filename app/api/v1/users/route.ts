import { listUsers } from "@/lib/people/accounts";
import { ListUsers, UserView } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Users",
  summary: "List users of every role",
  permission: "user.read",
  query: ListUsers,
  returns: UserView,
  paged: true,
  run: (ctx, { query }) => listUsers(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
