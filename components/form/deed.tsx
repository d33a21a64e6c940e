"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";

import { Button, type ButtonLook } from "../ui/button";
import { cn } from "../ui/class-names";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { orUnsent } from "./or-unsent";

/** What an action of the server answers, as `action()` makes it. */
export type DeedResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly message: string;
      readonly errors?: readonly { readonly field: string; readonly message: string }[];
      readonly details?: Readonly<Record<string, unknown>>;
    };

export type DeedAction = (input: Record<string, unknown>) => Promise<DeedResult>;

interface DeedProps extends ButtonLook {
  readonly action: DeedAction;
  /** What the action is given, beside what the dialog's fields say. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** The button's words; with `icon` alone they are its name. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hideLabel?: boolean;
  /** With `hideLabel`: what a phone shows beside the icon, the first words of `label`. */
  readonly short?: string;
  /** What is said when it is done. */
  readonly done: string;
  /** Asks first, once, and says what will happen. Without it the button does it at once. */
  readonly ask?: {
    readonly title: string;
    readonly text?: ReactNode;
    readonly confirm: string;
    readonly reason?: "required" | "optional";
    /** The reason that stands, where one is changed. */
    readonly reasonNow?: string;
    /** Fields that say "none" where they are left blank; other blank ones say nothing, and what they name stays. */
    readonly clears?: readonly string[];
    /** A client's own: what a refusal's details say, such as dates to go to; fields that show what is wrong. */
    readonly renderRefusal?: (details: Readonly<Record<string, unknown>>) => ReactNode;
    readonly renderFields?: (errorAt: (name: string) => string | undefined) => ReactNode;
  };
  readonly disabled?: boolean;
  readonly className?: string;
}

/**
 * A button that changes something on the server: it asks where that cannot be taken back, shows progress, says the
 * result in passing, keeps what was typed where it was refused, and brings the page up to date.
 */
export function Deed({
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
}: DeedProps) {
  const t = useTranslations("ui");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<Extract<DeedResult, { ok: false }> | null>(null);
  const [pending, start] = useTransition();

  const run = (more: Record<string, unknown> = {}) =>
    start(async () => {
      const answer = await orUnsent(action({ ...input, ...more }));
      const result = answer ?? { ok: false as const, message: t("unsent") };
      if (!result.ok) {
        setRefusal(result);
        if (!ask) toast(result.message, "danger");
        return;
      }
      turn(false);
      toast(done);
      router.refresh();
    });
  /** It opens without what was said the last time. */
  const turn = (next: boolean) => {
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
        disabled={button.disabled || (pending && !ask)}
        onClick={() => (ask ? turn(true) : run())}
      >
        {pending && !ask ? <Spinner /> : icon}
        {hideLabel ? short && <span className="text-sm sm:hidden">{short}</span> : label}
      </Button>
      {ask && (
        <Dialog title={ask.title} open={open} onOpenChange={turn}>
          <AskForm
            {...{ ask, refusal, pending, run }}
            danger={look === "danger"}
            close={() => turn(false)}
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
  ask: NonNullable<DeedProps["ask"]>;
  refusal: Extract<DeedResult, { ok: false }> | null;
  pending: boolean;
  danger: boolean;
  run: (more: Record<string, unknown>) => void;
  close: () => void;
}) {
  const t = useTranslations("ui");
  const [isMissing, setMissing] = useState(false);
  const errorAt = (name: string) => refusal?.errors?.find(({ field }) => field === name)?.message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const input: Record<string, unknown> = {};
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value.trim() !== "") input[name] = value;
      else if (ask.clears?.includes(name)) input[name] = null;
    }
    const lacks = ask.reason === "required" && input.reason === undefined;
    setMissing(lacks);
    if (!lacks) run(input);
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
          {ask.renderFields?.(errorAt)}
          {ask.reason && (
            <Field
              name="reason"
              scope="deed"
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
