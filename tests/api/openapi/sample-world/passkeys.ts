import { POST as add } from "@/app/api/v1/auth/passkeys/route";
import { POST as login } from "@/app/api/v1/auth/passkeys/login/route";
import { passkeyChallenges, passkeys } from "@/db/schema/passkeys";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { challengeOf } from "@/lib/core/webauthn";
import type { AddPasskey, UsePasskey } from "@/lib/people/passkeys/schema";
import { sample } from "@/lib/words";

import { stamps } from "./morning";

/** Of the key that signed the example of a login. */
const publicKey =
  "pQECAyYgASFYIO8N4VErIrQD6cJTV_9IBr-e0GBfFp_uvyKEBIkhnLQ8IlggD07oLkq-Ox3dXa2x1KyKn6OtLXRTjHB3ofcTFOfNdR4";

/** The passkey of the sample's owner, and what was asked of the browsers that the examples answer for. */
export async function make(db: Db): Promise<void> {
  const { passkeyId: id, ownerId: userId } = sample;
  const { createdAt } = stamps;
  const used = login.declaration.examples?.[0]?.body as UsePasskey;
  const added = add.declaration.examples?.[0]?.body as AddPasskey;
  const { id: credentialId } = used.credential;
  const key = { credentialId, publicKey, counter: 0, transports: ["internal"] };
  await db.insert(passkeys).values({ id, userId, name: "Phone", createdAt, ...key });
  const [adding, entering] = [added.credential, used.credential].map(
    (one) => challengeOf(one) ?? "",
  );
  const expiresAt = new Date("2200-01-01");
  await db.insert(passkeyChallenges).values([
    { id: newId(), challenge: adding ?? "", purpose: "Add", userId, expiresAt },
    { id: newId(), challenge: entering ?? "", purpose: "SignIn", userId: null, expiresAt },
  ]);
}
