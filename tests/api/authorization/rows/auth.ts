import { hash } from "@node-rs/argon2";
import { inArray } from "drizzle-orm";

import type { authEndpoints } from "@/app/api/v1/auth/endpoints";
import { loginSessions, users } from "@/db/schema/accounts";
import { newId } from "@/lib/core/ids";

import { freshlySignedIn } from "../../../support/sign-in";
import { fresh, id, password } from "../inputs";
import { aNewPasskey, anAnswer, aPasskey } from "../passkeys";
import type { RowsOf } from "../rows";
import { api } from "../scene";

export const rows: RowsOf<typeof authEndpoints> = {
  "PUT /auth/change-password": {
    ownOnly: true,
    call: async ({ callers }) => {
      const passwordHash = await hash(password);
      const ids = Object.values(callers).map(({ userId }) => userId);
      await api.db.update(users).set({ passwordHash }).where(inArray(users.id, ids));
      return { body: { currentPassword: password, newPassword: `${password}!` } };
    },
  },
  "GET /auth/passkeys": { ownOnly: true, call: () => ({}) },
  "POST /auth/passkeys/offer": {
    ownOnly: true,
    call: async ({ callers }) => {
      for (const { userId } of Object.values(callers)) await freshlySignedIn(api.db, userId);
      return { body: {} };
    },
  },
  "POST /auth/passkeys/options": { anyone: 200, call: () => ({ body: {} }) },
  "POST /auth/passkeys/login": {
    anyone: 401,
    call: () => ({ body: { credential: anAnswer() } }),
  },
  "POST /auth/passkeys": {
    ownOnly: true,
    call: async (scene, role) => ({ body: await aNewPasskey(scene, role) }),
  },
  "PUT /auth/passkeys/{id}": {
    ownOnly: true,
    call: async (scene, role) => ({ ...id(await aPasskey(scene, role)), body: { name: "Mac" } }),
  },
  "DELETE /auth/passkeys/{id}": {
    ownOnly: true,
    call: async (scene, role) => id(await aPasskey(scene, role)),
  },
  "POST /auth/forgot-password": { anyone: 202, call: () => ({ body: { username: fresh() } }) },
  "POST /auth/login": { anyone: 401, call: () => ({ body: { username: fresh(), password } }) },
  "POST /auth/logout": { ownOnly: true, call: () => ({ body: { refreshToken: "unknown" } }) },
  "GET /auth/me": { ownOnly: true, call: () => ({}) },
  "POST /auth/refresh-token": { anyone: 401, call: () => ({ body: { refreshToken: "unknown" } }) },
  "POST /auth/register": {
    anyone: 201,
    call: () => ({ body: { email: fresh(), password: `${fresh()}-9`, name: "A Driver" } }),
  },
  "POST /auth/restore": { anyone: 401, call: () => ({ body: { username: fresh(), password } }) },
  "GET /auth/sessions": { ownOnly: true, call: () => ({}) },
  "DELETE /auth/sessions/{id}": {
    ownOnly: true,
    call: async ({ callers }, role = "EvOwner") => {
      const { userId } = callers[role];
      const [startedAt, expiresAt] = [new Date("2000-01-01"), new Date("2200-01-01")];
      const other = { id: newId(), userId, startedAt, expiresAt };
      await api.db.insert(loginSessions).values(other);
      return id(other);
    },
  },
  "POST /auth/set-password": {
    anyone: 400,
    call: () => ({ body: { token: "unknown", password } }),
  },
};
