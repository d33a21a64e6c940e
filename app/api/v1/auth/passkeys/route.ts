import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { addPasskey, readPasskeys } from "@/lib/people/passkeys";
import { AddPasskey, PasskeyView } from "@/lib/people/passkeys/schema";

export const GET = endpoint({
  tag: "Auth",
  summary: "List the own passkeys",
  permission: "account.self",
  returns: z.array(PasskeyView),
  run: (ctx) => readPasskeys(ctx),
});

export const POST = endpoint({
  tag: "Auth",
  summary: "Add a passkey to the own account",
  description:
    "`credential` is what the browser made of the answer of `POST auth/passkeys/offer` (RegistrationResponseJSON).",
  permission: "account.self",
  idempotent: "no",
  body: AddPasskey,
  status: 201,
  returns: PasskeyView,
  examples: [
    {
      name: "A phone",
      as: "EvOwner",
      body: {
        name: "Phone",
        credential: {
          id: "XIQv0SYSJjMa0XOuOgjHgfQWijKgjrw3xoI2l3piaJA",
          rawId: "XIQv0SYSJjMa0XOuOgjHgfQWijKgjrw3xoI2l3piaJA",
          type: "public-key",
          clientExtensionResults: {},
          response: {
            clientDataJSON:
              "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWVNCellXMXdiR1VnWTJoaGJHeGxibWRsSUhSdklHRmtaQ0JoSUd0bGVRIiwib3JpZ2luIjoiaHR0cDovL2JheWJvb2sudGVzdCIsImNyb3NzT3JpZ2luIjpmYWxzZX0",
            attestationObject:
              "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVik4rU5NYu3yYGyp2llthnGhrb__QFPEHTyQpLxbyJa5iNFAAAAAAAAAAAAAAAAAAAAAAAAAAAAIFyEL9EmEiYzGtFzrjoIx4H0FooyoI68N8aCNpd6YmiQpQECAyYgASFYIDRnWf348D4-s_R0uhVwuBNeyroUqiY-p81IR4m290SlIlggYAXWtREqMRy-IxGpHG8DO8MSgdxim_VEslLXDpTTEPY",
            transports: ["internal"],
          },
        },
      },
    },
  ],
  run: (ctx, { body }) => addPasskey(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
