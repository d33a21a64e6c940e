import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { exportProfile } from "@/lib/people/accounts";

export const GET = endpoint({
  tag: "Auth",
  summary: "Export everything that is kept of me",
  description:
    "One JSON file: the account, logins, and for a driver vehicles, favourites, bookings, sessions, places in line, reviews and messages.",
  permission: "account.self",
  produces: ["application/json"],
  run: async (ctx) => ({
    content: await exportProfile(ctx),
    contentType: "application/json; charset=utf-8",
    headers: { "Content-Disposition": 'attachment; filename="baybook-my-data.json"' },
  }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
