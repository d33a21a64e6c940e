import { aNewPasskey, aPasskey } from "../../authorization/passkeys";
import { send, type Steps } from "../step";

export const steps: Steps = {
  "a passkey is added": {
    before: async (scene) => ({ id: "", body: await aNewPasskey(scene) }),
    change: (scene, made) => send(scene, "EvOwner", "POST", "auth/passkeys", made.body),
    events: ["passkey.added"],
    audits: ["Passkey Create"],
  },
  "a passkey is renamed": {
    before: (scene) => aPasskey(scene),
    change: (scene, { id }) =>
      send(scene, "EvOwner", "PUT", `auth/passkeys/${id}`, { name: "Phone in the car" }),
    events: [],
    audits: ["Passkey Update"],
  },
  "a passkey is removed": {
    before: (scene) => aPasskey(scene),
    change: (scene, { id }) => send(scene, "EvOwner", "DELETE", `auth/passkeys/${id}`),
    events: ["passkey.removed"],
    audits: ["Passkey Remove"],
  },
};
