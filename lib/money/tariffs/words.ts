import { z } from "zod";

import { office } from "@/lib/words/grants";
import { defineWords } from "@/lib/words/define-words";
import { notFound } from "@/lib/words/refusals";
import { bothLayers, setting } from "@/lib/words/setting";

/** The words of this room (architecture.md, Two faces, and words of its own). */
export const words = defineWords({
  permissions: {
    "tariff.manage": office,
  },
  errors: {
    "tariff.not_found": notFound(),
  },
  settings: {
    defaultCurrency: setting(
      "DEFAULT_CURRENCY",
      z.string().regex(/^[A-Z]{3}$/),
      "USD",
      ["Business"],
      "stations",
    ),
    defaultTaxPercent: setting(
      "DEFAULT_TAX_PERCENT",
      z.number().min(0).max(100),
      0,
      bothLayers,
      "stations",
    ),
  },
  navigation: {
    tariffs: { permission: "tariff.manage", icon: "Coins", places: { backoffice: 70 } },
  },
});
