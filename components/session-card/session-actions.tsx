import { CircleCheck, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";

import { ActionBar, barButtonClass } from "../queue/action-bar";
import type { PhoneSession } from "../queue/on-phone";
import { Button } from "../ui/button";
import { cn } from "../ui/class-names";

/** Pause or resume, and finish: whichever can be done. */
export function SessionActions({
  can,
  onPause,
  onFinish,
}: {
  can: PhoneSession["can"];
  onPause: (kind: "Pause" | "Resume") => void;
  onFinish: () => void;
}) {
  const t = useTranslations("sessionCard");
  return (
    <ActionBar className="lg:justify-center">
      {can.includes("pause") && (
        <Button look="secondary" className={barButtonClass} onClick={() => onPause("Pause")}>
          <Pause aria-hidden />
          {t("pause")}
        </Button>
      )}
      {can.includes("resume") && (
        <Button look="secondary" className={barButtonClass} onClick={() => onPause("Resume")}>
          <Play aria-hidden />
          {t("resume")}
        </Button>
      )}
      {can.includes("finalize") && (
        <Button className={cn(barButtonClass, "flex-1 lg:flex-none")} onClick={onFinish}>
          <CircleCheck aria-hidden />
          {t("finish")}
        </Button>
      )}
    </ActionBar>
  );
}
