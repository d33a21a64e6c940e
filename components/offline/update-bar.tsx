"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { useTyped } from "./use-typed";
import { useUpdate } from "./use-update";

/** Says that a new version is ready, and loads it when asked to; where something is typed, it asks first. */
export function UpdateBar() {
  const t = useTranslations("offline.update");
  const ui = useTranslations("ui");
  const update = useUpdate();
  const isTyped = useTyped();
  const [isAsking, setAsking] = useState(false);
  if (!update) return null;
  return (
    <>
      <output className="block">
        <Notice title={t("ready")}>
          <div className="mt-2">
            <Button look="secondary" onClick={() => (isTyped() ? setAsking(true) : update())}>
              {t("now")}
            </Button>
          </div>
        </Notice>
      </output>
      <Dialog title={t("typed")} open={isAsking} onOpenChange={setAsking}>
        <DialogBody>
          <p>{t("typedText")}</p>
        </DialogBody>
        <DialogFooter>
          <Button look="secondary" onClick={() => setAsking(false)}>
            {ui("cancel")}
          </Button>
          <Button onClick={update}>{t("now")}</Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}
