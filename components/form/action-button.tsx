"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";

import type { ActionResult, FieldsAction } from "@/lib/http/action";

import { Button, type ButtonLook } from "../ui/button";
import { cn } from "../ui/class-names";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { orUnsent } from "./or-unsent";
import { usePageViewer } from "./page-viewer";

/** Why it was not done, by the server or because it never heard of it. */
type Refusal = { readonly message: string } & Partial<
  Extract<ActionResult<unknown>, { ok: false }>
>;

/** Values that the button itself gives; in the form they stand as text, like those that are typed. */
type Given<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] & (string | number) };

interface ActionButtonProps<Fields> extends ButtonLook {
  readonly action: FieldsAction<Fields>;
  /** What the action is given, beside what the dialog's fields say. */
  readonly input?: Given<NoInfer<Fields>>;
  /** The button's words; with `icon` alone they are its name. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hideLabel?: boolean;
  /** With `hideLabel`: what a phone shows beside the icon, the first words of `label`. */
  readonly short?: string;
  /** What is said when it is done. */
  readonly done: string;
  /** Asks first, once, and says what will happen. Without it the button does it at once. */
  readonly ask?: Question;
  readonly disabled?: boolean;
  readonly className?: string;
}

interface Question {
  readonly title: string;
  readonly text?: ReactNode;
  readonly confirm: string;
  readonly reason?: "required" | "optional";
  /** The reason that stands, where one is changed. */
  readonly reasonNow?: string;
  /** What is asked besides, where it needs no word of what is wrong with it. */
  readonly fields?: ReactNode;
  /** A client's own: what a refusal's details say, such as dates to go to; fields that show what is wrong. */
  readonly renderRefusal?: (details: Readonly<Record<string, unknown>>) => ReactNode;
  readonly renderFields?: (errorAt: (name: string) => string | undefined) => ReactNode;
}

/**
 * A button that changes something on the server: it asks where that cannot be taken back, shows progress, says the
 * result in passing, keeps what was typed where it was refused, and brings the page up to date.
 */
export function ActionButton<Fields>({
  action,
  input,
  label,
  icon,
  hideLabel,
  short,
  done,
  ask,
  look,
  ...button
}: ActionButtonProps<Fields>) {
  const t = useTranslations("ui");
  const router = useRouter();
  const viewer = usePageViewer();
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();

  const run = (form = new FormData()) =>
    start(async () => {
      if (viewer !== undefined) form.set("viewer", viewer);
      for (const [name, value] of Object.entries(input ?? {})) form.set(name, String(value));
      const answer = await orUnsent(action(form));
      const result = answer ?? { ok: false as const, message: t("unsent") };
      if (!result.ok) {
        setRefusal(result);
        if (!ask) toast(result.message, "danger");
        return;
      }
      openOrClose(false);
      toast(done);
      router.refresh();
    });
  /** It opens without what was said the last time. */
  const openOrClose = (next: boolean) => {
    setRefusal(null);
    setOpen(next);
  };

  return (
    <>
      <Button
        look={look === "danger" && ask ? "to-danger" : look}
        {...button}
        className={cn(
          button.className,
          short && "max-sm:h-11 max-sm:w-auto max-sm:border max-sm:px-3",
        )}
        aria-label={hideLabel ? label : undefined}
        title={hideLabel ? label : undefined}
        aria-haspopup={ask && "dialog"}
        disabled={button.disabled || (pending && !ask)}
        onClick={() => (ask ? openOrClose(true) : run())}
      >
        {pending && !ask ? <Spinner /> : icon}
        {hideLabel ? short && <span className="text-sm sm:hidden">{short}</span> : label}
      </Button>
      {ask && (
        <Dialog title={ask.title} open={open} onOpenChange={openOrClose}>
          <AskForm
            {...{ ask, refusal, pending, run }}
            danger={look === "danger"}
            close={() => openOrClose(false)}
          />
        </Dialog>
      )}
    </>
  );
}

function AskForm({
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
          {t("cancel")}
        </Button>
        <Button type="submit" look={danger ? "danger" : "primary"} disabled={pending}>
          {pending && <Spinner />}
          {ask.confirm}
        </Button>
      </DialogFooter>
    </form>
  );
}
