import type { LoginResult } from "@/lib/people/accounts/schema";

// A rental's contract says everything as ours does, its names in snake_case (kiosks.md, API), and beside them:

/** Tokens by their names there; a login by a code that was sent is marked by its `verification_token`. */
export const snakeLogin = {
  marks: ["verification_token"],
  view: (view: LoginResult) => ({
    ...view,
    tokens: { access: view.accessToken, refresh: view.refreshToken },
  }),
};
