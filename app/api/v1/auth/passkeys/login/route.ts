import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { LoginResult } from "@/lib/people/accounts/schema";
import { loginByPasskey } from "@/lib/people/passkeys";
import { UsePasskey } from "@/lib/people/passkeys/schema";

export const POST = endpoint({
  tag: "Auth",
  summary: "Log in with a passkey",
  description:
    "`credential` is what the browser made of the answer of `POST auth/passkeys/options` (AuthenticationResponseJSON). Whoever may not log in with a password may not with a passkey.",
  permission: "account.login",
  idempotent: "no",
  limit: "login",
  body: UsePasskey,
  returns: LoginResult,
  examples: [
    {
      name: "A driver, with the phone",
      body: {
        credential: {
          id: "uW9cb7VZrXTv_SyPaEx0YVi213uc4sHB0ntL1kDtm64",
          rawId: "uW9cb7VZrXTv_SyPaEx0YVi213uc4sHB0ntL1kDtm64",
          type: "public-key",
          clientExtensionResults: {},
          response: {
            clientDataJSON:
              "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiWVNCellXMXdiR1VnWTJoaGJHeGxibWRsSUhSdklITnBaMjRnYVc0Iiwib3JpZ2luIjoiaHR0cDovL2JheWJvb2sudGVzdCIsImNyb3NzT3JpZ2luIjpmYWxzZX0",
            authenticatorData: "4rU5NYu3yYGyp2llthnGhrb__QFPEHTyQpLxbyJa5iMFAAAAAQ",
            signature:
              "MEQCIGt8NAi0h6fBOeAwLqmBVsESkYs6XMbWMm5CPE6e_ZsbAiBYMH8zanreaOX2-3z87CuD3Mz-HJa1qkOe0LF9rZqLhA",
            userHandle: "MDE5OWYzYTAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDE2",
          },
        },
      },
    },
  ],
  run: (ctx, { body, contract }) => loginByPasskey(ctx, body, contract),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
