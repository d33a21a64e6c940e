"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { useTyped } from "./use-typed";
import { useUpdate } from "./use-update";

/**
 * Says that a new version is ready, and loads it when asked to. While something is typed and not sent it does not: it
 * says why, and what to do first.
 */
export function UpdateBar() {
  const t = useTranslations("offline.update");
  const update = useUpdate();
  const isTyped = useTyped();
  const [isHeld, setHeld] = useState(false);
  if (!update) return null;
  const ask = () => {
    const holds = isTyped();
    setHeld(holds);
    if (!holds) update();
  };
  return (
    <output className="block">
      <Notice kind={isHeld ? "warning" : "info"} title={t(isHeld ? "typed" : "ready")}>
        {isHeld && <p>{t("typedText")}</p>}
        <div className="mt-2">
          <Button look="secondary" onClick={ask}>
            {t("now")}
          </Button>
        </div>
      </Notice>
    </output>
  );
}
