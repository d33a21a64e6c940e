import { listOwners, registerOwner } from "@/lib/people/accounts";
import { ListOwners, OwnerView, RegisterOwner } from "@/lib/people/accounts/schema";
import { coreOwner } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Drivers",
  summary: "List drivers",
  description:
    "A driver sees the own profile alone. An office sees those who booked at its stations, and anybody else by " +
    "`search` with the whole identity number, email or phone.",
  permission: "owner.read",
  query: ListOwners,
  returns: OwnerView,
  paged: true,
  run: (ctx, { query }) => listOwners(ctx, query),
});

export const POST = endpoint({
  tag: "Drivers",
  summary: "Register as a driver",
  permission: "owner.register",
  core: { names: "EvOwner", view: coreOwner },
  limit: "signUp",
  body: RegisterOwner,
  returns: OwnerView,
  status: 201,
  location: ({ id, nic }) => `/api/v1/owners/${nic ?? id}`,
  examples: [
    {
      name: "A driver in Sri Lanka",
      body: {
        nic: "200212345678",
        name: "Ravi",
        email: "ravi@example.com",
        phone: "+94771234567",
        vehiclePlate: "CAB-1234",
        password: "Ravi-drives-27",
      },
    },
  ],
  run: (ctx, { body }) => registerOwner(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
