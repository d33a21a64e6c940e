import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { requestPasskey } from "@/lib/people/passkeys";
import { PasskeyOptions } from "@/lib/people/passkeys/schema";

export const POST = endpoint({
  tag: "Auth",
  summary: "Begin to log in with a passkey",
  description:
    "What `navigator.credentials.get` is asked with (PublicKeyCredentialRequestOptionsJSON); good for one answer within five minutes.",
  permission: "account.login",
  idempotent: "no",
  returns: PasskeyOptions,
  run: (ctx) => requestPasskey(ctx),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
