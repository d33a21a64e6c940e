import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { offerPasskey } from "@/lib/people/passkeys";
import { OfferPasskey, PasskeyOptions } from "@/lib/people/passkeys/schema";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Auth",
  summary: "Begin to add a passkey",
  description:
    "What `navigator.credentials.create` is asked with (PublicKeyCredentialCreationOptionsJSON); good for one answer within five minutes. Needs the password, unless the login that asks began within the last ten minutes.",
  permission: "account.self",
  idempotent: "no",
  limit: "login",
  body: OfferPasskey,
  returns: PasskeyOptions,
  examples: [
    { name: "Long after the sign-in", as: "EvOwner", body: { password: sample.password } },
  ],
  run: (ctx, { body }) => offerPasskey(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
