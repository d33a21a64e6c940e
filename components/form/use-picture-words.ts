import { useTranslations } from "next-intl";

import { sentImage } from "@/lib/core/sizes";

import type { PictureRefusal } from "./send-picture";

/** Says why a picture was not kept; `failed` is said where it did not arrive. */
export function usePictureWords(): (refusal: PictureRefusal, failed: string) => string {
  const t = useTranslations("ui.picture");
  return (refusal, failed) => {
    if ("said" in refusal) return refusal.said;
    if (refusal.why === "unsent") return failed;
    return t(refusal.why, { megabytes: sentImage.maxMebibytes });
  };
}
