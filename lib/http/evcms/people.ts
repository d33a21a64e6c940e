import { z } from "zod";

import type { LoginResult, MeView, Registered, UserView } from "@/lib/people/accounts/schema";

import type { Translation } from "../contracts/projection";
import { ours, roleNames, userStatusNames } from "./names";

/** A user as EV-CMS's code reads one: `status` in its words, `statusDetail` in ours. */
const evcmsUser = (view: UserView | MeView) => ({
  ...view,
  role: roleNames[view.role],
  status: userStatusNames[view.status],
  statusDetail: view.status,
  ...("language" in view && {
    preferences: preferencesOf(view),
    profilePicture: view.pictureUploadId && picturePath(view.pictureUploadId),
  }),
});

const preferencesOf = ({ language, theme, hourCycle, distanceUnit }: MeView) => ({
  language,
  theme,
  hourCycle,
  distanceUnit,
});

const picturePath = (id: string) => `/api/v1/profile/picture?picture=${id}`;

const loginBody: Translation = {
  names: ["email"],
  schema: z.object({ email: z.string() }),
  into: ({ email }) => (email === undefined ? {} : { username: email }),
  back: { username: "email" },
};

/** Login by `{ email, password }`. */
export const evcmsLogin = {
  marks: ["email"],
  body: loginBody,
  view: (view: LoginResult) => ({
    ...view,
    role: roleNames[view.role],
    user: evcmsUser(view.user),
  }),
};

/** Tokens anew, in the words of a login. */
export const evcmsTokens = { view: evcmsLogin.view };

const registerBody: Translation = {
  names: ["role"],
  schema: z.object({ role: z.literal("user").optional() }),
  into: ({ role }) => (role === undefined ? {} : { role: ours(roleNames, role) }),
};

export const evcmsRegister = {
  marks: ["email"],
  body: registerBody,
  view: ({ user, tokens }: Registered) => ({ user: evcmsUser(user), tokens }),
};

export const evcmsProfile = { view: (view: MeView) => evcmsUser(view) };
