import { z } from "zod";

import { givenPassword, newPassword, secretText as secret } from "@/lib/core/credentials";
import { plainLine } from "@/lib/core/fields";

export const Login = z.strictObject({
  /** Email, NIC or phone; letter case and what cannot be seen are ignored. */
  username: plainLine(254),
  password: givenPassword,
});
export type Login = z.infer<typeof Login>;

export const RefreshTokens = z.strictObject({ refreshToken: secret });
export type RefreshTokens = z.infer<typeof RefreshTokens>;

/** With the refresh token that login gave, ends that session; without, every session of the user. */
export const Logout = z.strictObject({ refreshToken: secret.optional() });
export type Logout = z.infer<typeof Logout>;

export const ChangePassword = z.strictObject({
  currentPassword: givenPassword,
  newPassword,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const ForgotPassword = z.strictObject({ username: plainLine(254) });
export type ForgotPassword = z.infer<typeof ForgotPassword>;

export const SetPassword = z.strictObject({
  token: secret,
  password: newPassword,
  /** Whether the account's passkeys go, for somebody who fears that one of them is not their own. */
  removePasskeys: z.boolean().optional(),
});
export type SetPassword = z.infer<typeof SetPassword>;

/** What a link's account has besides its password. */
export const LinkView = z.object({ passkeys: z.int() });
export type LinkView = z.infer<typeof LinkView>;
