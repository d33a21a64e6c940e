"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";

/** Asks why somebody is let in who should not be; without a reason nobody is. */
export function OverrideDialog({
  open,
  onOpenChange,
  onReason,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onReason: (reason: string) => void;
}) {
  const t = useTranslations("scan");
  const ui = useTranslations("ui");
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    setMissing(reason === "");
    if (reason !== "") onReason(reason);
  };
  return (
    <Dialog title={t("overrideTitle")} form="sheet" open={open} onOpenChange={onOpenChange}>
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          <div className="space-y-4">
            <p className="text-ink-soft">{t("overrideText")}</p>
            <Field
              name="reason"
              scope="override"
              label={ui("reason")}
              error={isMissing ? ui("reasonMissing") : undefined}
            >
              {(control) => <Textarea {...control} maxLength={500} aria-required />}
            </Field>
          </div>
        </DialogBody>
        <DialogFooter>
          <Button look="secondary" onClick={() => onOpenChange(false)}>
            {ui("goBack")}
          </Button>
          <Button type="submit">{t("overrideConfirm")}</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
