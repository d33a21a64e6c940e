import { hash } from "@node-rs/argon2";
import { inArray } from "drizzle-orm";

import type { profileEndpoints } from "@/app/api/v1/profile/endpoints";

import { users } from "@/db/schema/accounts";

import { form, id, password, png } from "../inputs";
import type { RowsOf } from "../rows";
import { api, type Scene } from "../scene";

export const car = {
  make: "Nissan",
  model: "Leaf",
  year: 2024,
  batteryKwh: 40,
  plate: "WP CBB-3344",
};

/** A car of the scene's owner; the first is their default. */
export async function aCar({ owner }: Scene, plate = car.plate) {
  const body = { ...car, plate };
  const made = await api.call("POST", "/api/v1/profile/vehicles", { as: owner, body });
  if (made.status >= 400) throw new Error(JSON.stringify(made.body));
  return made.body.data as { id: string };
}

/** A car of the scene's owner with a photo. */
export async function photographed(scene: Scene) {
  const named = id(await aCar(scene));
  const path = `/api/v1/profile/vehicles/${named.params.id}/photo`;
  const { status, body } = await api.call("PUT", path, { as: scene.owner, body: form(png) });
  if (status >= 400) throw new Error(JSON.stringify(body));
  return named;
}

/** Everybody of the scene has a picture of themselves. */
export async function withPicture({ callers }: Scene) {
  for (const as of Object.values(callers)) {
    const { status, body } = await api.call("PUT", "/api/v1/profile/picture", {
      as,
      body: form(png),
    });
    if (status >= 400) throw new Error(JSON.stringify(body));
  }
  return {};
}

export const rows: RowsOf<typeof profileEndpoints> = {
  "GET /profile": { ownOnly: true, call: () => ({}) },
  "PUT /profile": { ownOnly: true, call: () => ({ body: { name: "Another Name" } }) },
  "DELETE /profile": {
    ownOnly: true,
    call: async ({ callers }) => {
      const passwordHash = await hash(password);
      const ids = Object.values(callers).map(({ userId }) => userId);
      await api.db.update(users).set({ passwordHash }).where(inArray(users.id, ids));
      return { body: { password } };
    },
  },
  "GET /profile/picture": { ownOnly: true, call: withPicture },
  "PUT /profile/picture": { ownOnly: true, call: () => ({ body: form(png) }) },
  "DELETE /profile/picture": { ownOnly: true, call: withPicture },
  "GET /profile/export": { ownOnly: true, call: () => ({}) },
  "PUT /profile/preferences": { ownOnly: true, call: () => ({ body: { language: "en" } }) },
  "GET /profile/vehicles": {
    list: true,
    call: async (scene) => ({ holds: (await aCar(scene)).id }),
  },
  "POST /profile/vehicles": { ownOnly: true, call: () => ({ body: car }) },
  "GET /profile/vehicles/{id}": { call: async (scene) => id(await aCar(scene)) },
  "PUT /profile/vehicles/{id}": {
    call: async (scene) => ({ ...id(await aCar(scene)), body: { year: 2025 } }),
  },
  "GET /profile/vehicles/{id}/photo": { call: photographed },
  "PUT /profile/vehicles/{id}/photo": {
    call: async (scene) => ({ ...id(await aCar(scene)), body: form(png) }),
  },
  "DELETE /profile/vehicles/{id}/photo": { call: photographed },
  "GET /profile/vehicles/{id}/stats": { call: async (scene) => id(await aCar(scene)) },
  "GET /profile/vehicles/{id}/history": { call: async (scene) => id(await aCar(scene)) },
  "DELETE /profile/vehicles/{id}": { call: async (scene) => id(await aCar(scene)) },
  "PATCH /profile/vehicles/{id}/set-default": { call: async (scene) => id(await aCar(scene)) },
};
