import type { UserActor } from "@/lib/core/actor";

import { authenticator } from "../../support/authenticator";
import { freshlySignedIn } from "../../support/sign-in";
import { api, type Scene } from "./scene";

const origin = "http://baybook.test";

/** What adds a passkey to the account of the role, which was offered one. */
export async function aNewPasskey(scene: Scene, role: UserActor["role"] = "EvOwner") {
  const as = scene.callers[role];
  await freshlySignedIn(api.db, as.userId);
  const offer = await api.call("POST", "/api/v1/auth/passkeys/offer", { as, body: {} });
  const credential = authenticator(origin).create(offer.body.data as { challenge: string });
  return { name: "Phone", credential };
}

/** A passkey of the role's account. */
export async function aPasskey(scene: Scene, role: UserActor["role"] = "EvOwner") {
  const body = await aNewPasskey(scene, role);
  const as = scene.callers[role];
  const made = await api.call("POST", "/api/v1/auth/passkeys", { as, body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.data as { id: string };
}

/** An answer to a challenge that nobody gave. */
export const anAnswer = () =>
  authenticator(origin).get({ challenge: "an-unknown-challenge-of-nobody" });
