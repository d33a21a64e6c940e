import { useTranslations } from "next-intl";

import { type CarNeed, plugName } from "./car-need";

/**
 * A need in words (namespace `places`): "CCS, 150 kW or more"; in short, where there is little room, "CCS 150 kW+".
 * Blank for any place.
 */
export function useNeedWords(): (need: CarNeed, form?: "full" | "short") => string {
  const t = useTranslations("places");
  return ({ plug, minPowerKw: kw }, form = "full") => {
    const isShort = form === "short";
    if (kw === null) return plug === null ? "" : plugName(plug);
    if (plug === null) return t(isShort ? "powerShort" : "power", { kw });
    return t(isShort ? "needShort" : "need", { plug: plugName(plug), kw });
  };
}
