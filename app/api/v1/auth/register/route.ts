import { registerDriver } from "@/lib/people/accounts";
import { RegisterDriver, Registered } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsRegister } from "@/lib/http/evcms/people";
import { otherMethods } from "@/lib/http/other-methods";

export const POST = endpoint({
  tag: "Auth",
  summary: "Register as a driver and log in",
  description:
    "A driver without an identity number, who may add it to the profile. Its fields are EV-CMS's, so that it " +
    "answers in that contract unless `Baybook-Contract: baybook` is sent.",
  permission: "owner.register",
  evcms: evcmsRegister,
  idempotent: "no",
  limit: "signUp",
  body: RegisterDriver,
  returns: Registered,
  status: 201,
  examples: [
    {
      name: "By email",
      body: {
        email: "amal@example.com",
        password: "Amal-rides-27",
        name: "Amal Silva",
        phone: "+94777000301",
      },
    },
  ],
  run: (ctx, { body, contract }) => registerDriver(ctx, body, contract),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
