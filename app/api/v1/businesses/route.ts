import { listBusinesses, requestBusiness } from "@/lib/people/businesses";
import {
  BusinessRequested,
  BusinessView,
  ListBusinesses,
  RequestBusiness,
} from "@/lib/people/businesses/schema";
import { coreBusinessBody } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Businesses",
  summary: "List businesses",
  description: "All for a SystemAdmin, the own one for its office.",
  permission: "business.read",
  query: ListBusinesses,
  returns: BusinessView,
  paged: true,
  examples: [
    {
      name: "The requests",
      as: "SystemAdmin",
      query: { status: "PendingApproval", sort: "createdAt" },
    },
  ],
  run: (ctx, { query }) => listBusinesses(ctx, query),
});

export const POST = endpoint({
  tag: "Businesses",
  summary: "Request a business account",
  permission: "business.request",
  core: { names: "Backoffice/request", body: coreBusinessBody },
  limit: "signUp",
  body: RequestBusiness,
  returns: BusinessRequested,
  status: 202,
  examples: [
    {
      name: "A charging company in New York",
      body: {
        businessName: "Hudson Charging",
        contact: { name: "Olga Office", email: "olga@hudson.example", phone: "+12125550100" },
        billing: { address: "1 Broadway, New York", taxId: "12-3456789" },
        timeZone: "America/New_York",
      },
    },
  ],
  run: (ctx, { body }) => requestBusiness(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
