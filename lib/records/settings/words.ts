import { z } from "zod";

import { office } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { invalid, rule } from "@/lib/words/refusals";
import type { OverridingLayer } from "@/lib/words/setting";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  needs: ["audit", "outbox"],
  permissions: {
    "setting.read": office,
    "setting.manage": office,
  },
  errors: {
    "setting.not_overridable": rule<{ name: string; scope: "Platform" | OverridingLayer }>(),
    "setting.scope": invalid(),
  },
  events: {
    "setting.changed": z.object({
      scope: z.string(),
      scopeId: z.uuid(),
      names: z.array(z.string()),
    }),
  },
  subjects: { setting: "scopeId" },
  audited: { things: ["Setting"], actions: ["Set"] },
  navigation: {
    settings: {
      permission: "setting.read",
      icon: "Settings",
      places: { admin: 110, backoffice: 110 },
    },
  },
});
