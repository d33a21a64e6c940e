import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";

import type { ActionResult } from "@/lib/http/action";

import { Button } from "../ui/button";
import { DialogBody, DialogFooter } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";

/** Why it was not done, by the server or because it never heard of it. */
export type Refusal = { readonly message: string } & Partial<
  Extract<ActionResult<unknown>, { ok: false }>
>;

/** What is asked before something is done. */
export interface Question {
  readonly title: string;
  readonly text?: ReactNode;
  readonly confirm: string;
  /** Takes something away: its button is red, whatever the one looks like that asks. */
  readonly isDanger?: boolean;
  /** Says what stays as it is, where that is plainer than to go back. */
  readonly keep?: string;
  readonly reason?: "required" | "optional";
  /** The reason that stands, where one is changed. */
  readonly reasonNow?: string;
  /** What is asked besides, where it needs no word of what is wrong with it. */
  readonly fields?: ReactNode;
  /** A client's own: what a refusal's details say, such as dates to go to; fields that show what is wrong. */
  readonly renderRefusal?: (details: Readonly<Record<string, unknown>>) => ReactNode;
  readonly renderFields?: (errorAt: (name: string) => string | undefined) => ReactNode;
}

/** What a button's dialog asks; it comes with the first that is opened. */
export function AskForm({
  ask,
  refusal,
  pending,
  danger,
  run,
  close,
}: {
  ask: Question;
  refusal: Refusal | null;
  pending: boolean;
  danger: boolean;
  run: (form: FormData) => void;
  close: () => void;
}) {
  const t = useTranslations("ui");
  const [isMissing, setMissing] = useState(false);
  const errorAt = (name: string) => refusal?.errors?.find(({ field }) => field === name)?.message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const lacks = ask.reason === "required" && String(form.get("reason") ?? "").trim() === "";
    setMissing(lacks);
    if (!lacks) run(form);
  };
  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-col">
      <DialogBody>
        <div className="space-y-4">
          {refusal && (
            <Notice kind="danger" role="alert">
              {refusal.message}
            </Notice>
          )}
          {refusal?.details && ask.renderRefusal?.(refusal.details)}
          {ask.text && <div className="text-ink-soft">{ask.text}</div>}
          {ask.fields}
          {ask.renderFields?.(errorAt)}
          {ask.reason && (
            <Field
              name="reason"
              scope="dialog"
              label={t("reason")}
              optional={ask.reason === "optional" ? t("optional") : undefined}
              error={isMissing ? t("reasonMissing") : errorAt("reason")}
            >
              {(control) => (
                <Textarea
                  {...control}
                  defaultValue={ask.reasonNow}
                  maxLength={500}
                  aria-required={ask.reason === "required"}
                />
              )}
            </Field>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button look="secondary" onClick={close}>
          {ask.keep ?? t("goBack")}
        </Button>
        <Button type="submit" look={danger ? "danger" : "primary"} aria-disabled={pending}>
          {pending && <Spinner />}
          {ask.confirm}
        </Button>
      </DialogFooter>
    </form>
  );
}
