import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { offerPasskey } from "@/lib/people/passkeys";
import { PasskeyOptions } from "@/lib/people/passkeys/schema";

export const POST = endpoint({
  tag: "Auth",
  summary: "Begin to add a passkey",
  description:
    "What `navigator.credentials.create` is asked with (PublicKeyCredentialCreationOptionsJSON); good for one answer within five minutes.",
  permission: "account.self",
  idempotent: "no",
  returns: PasskeyOptions,
  run: (ctx) => offerPasskey(ctx),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
