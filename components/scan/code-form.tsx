"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";

import { readCode, readNumber } from "../offline/recognize";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { settled } from "../ui/use-single-taps";

/** A code reader at a counter types the whole of a QR code here. */
const longest = 2_000;

/** The 8 characters under a code, for when the camera fails: in either case, with or without a dash; or the booking's number. */
export function CodeForm({
  typed,
  isShort,
  onShort,
  onCode,
}: {
  /** A code to be put right. */
  typed: string;
  /** Whether it is too short for one. */
  isShort: boolean;
  onShort: (typed: string) => void;
  onCode: (code: string) => void;
}) {
  const t = useTranslations("scan");
  const field = useRef<HTMLInputElement>(null);
  const takenAt = useRef(-Infinity);
  useEffect(() => {
    if (isShort) field.current?.focus();
  }, [isShort]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const code = String(new FormData(form).get("code") ?? "").trim();
    // The second of two presses finds the field empty, and means nothing.
    if (code === "" && event.timeStamp - takenAt.current < settled) return;
    if (readCode(code) === null && readNumber(code) === null) return onShort(code);
    takenAt.current = event.timeStamp;
    form.reset();
    onCode(code);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Field
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        error={isShort ? t("codeMissing") : undefined}
      >
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              ref={field}
              className="tabular min-w-0 uppercase"
              defaultValue={typed}
              maxLength={longest}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
            />
            <Button type="submit" look="secondary">
              {t("check")}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
