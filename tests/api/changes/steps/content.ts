import { job, on, send, type Steps } from "../step";
import type { Scene } from "../../authorization/scene";

const kind = "about";
const versions = "content/versions";
const drafted = (scene: Scene) =>
  send(scene, "SystemAdmin", "POST", versions, { kind, locale: "en" });

/** The last of these leaves the next step a text that is in force, and no draft. */
export const steps: Steps = {
  "a text's next version is begun": {
    change: drafted,
    events: [],
    audits: ["Content Create → Draft"],
  },
  "a draft is written": {
    before: async (scene) =>
      (await send(scene, "SystemAdmin", "GET", `${versions}?status=Draft&kind=${kind}`))[0],
    change: on(`${versions}/{id}`, { body: "Two" }).by("SystemAdmin"),
    events: [],
    audits: ["Content Update"],
  },
  "a draft is discarded": {
    before: async (scene) =>
      (await send(scene, "SystemAdmin", "GET", `${versions}?status=Draft&kind=${kind}`))[0],
    change: (scene, { id }) => send(scene, "SystemAdmin", "DELETE", `${versions}/${id}`),
    events: [],
    audits: ["Content Discard"],
  },
  "a draft is published": {
    before: async (scene) => {
      const draft = await drafted(scene);
      return send(scene, "SystemAdmin", "PUT", `${versions}/${draft.id}`, { body: "Two" });
    },
    change: on(`${versions}/{id}/publish`, {}).by("SystemAdmin"),
    events: ["content.published"],
    audits: ["Content Publish Draft → Published"],
  },
  "a text is overtaken": {
    change: () => job("supersede"),
    events: ["content.superseded"],
    // The first run also writes down with which numbers the first terms and privacy were published.
    audits: ["Content Supersede Published → Superseded", "Content Update", "Content Update"],
  },
};
