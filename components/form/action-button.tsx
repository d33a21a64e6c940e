"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";

import type { FieldsAction } from "@/lib/http/action";

import { Button, type ButtonLook } from "../ui/button";
import { cn } from "../ui/class-names";
import { Dialog } from "../ui/dialog";
import { late } from "../ui/late";
import { menuEntryClass } from "../ui/popover-menu";
import { Spinner } from "../ui/spinner";
import { expectToast, toast } from "../ui/toast";
import type { Question, Refusal } from "./ask-form";
import { orUnsent } from "./or-unsent";
import { usePageViewer } from "./page-viewer";

// Most visits open no dialog.
const AskForm = late(() => import("./ask-form").then((file) => file.AskForm));

/** Values that the button itself gives; in the form they stand as text, like those that are typed. */
type Given<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] & (string | number) };

interface ActionButtonProps<Fields> extends ButtonLook {
  readonly action: FieldsAction<Fields>;
  /** What the action is given, beside what the dialog's fields say. */
  readonly input?: Given<NoInfer<Fields>>;
  /** The button's words: there is none without, as an icon alone says nothing of what it does (screens.md, S9). */
  readonly label: string;
  /** Its name for screen readers, where among others like it the words alone do not say enough; it begins with them. */
  readonly name?: string;
  readonly icon?: ReactNode;
  /** What is said when it is done. */
  readonly done: string;
  /** Asks first, once, and says what will happen. Without it the button does it at once. */
  readonly ask?: Question;
  readonly disabled?: boolean;
  /** A line of a menu. */
  readonly asEntry?: boolean;
  readonly className?: string;
}

/**
 * A button that changes something on the server: it asks where that cannot be taken back, shows progress, says the
 * result in passing, keeps what was typed where it was refused, and brings the page up to date.
 */
export function ActionButton<Fields>({
  action,
  input,
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
      expectToast();
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
      <Trigger
        {...button}
        look={look === "danger" && ask ? "to-danger" : look}
        opens={ask !== undefined}
        isBusy={pending && !ask}
        onClick={() => (ask ? openOrClose(true) : run())}
      />
      {ask && (
        <Dialog title={ask.title} open={open} onOpenChange={openOrClose}>
          <AskForm
            {...{ ask, refusal, pending, run }}
            danger={look === "danger" || ask.isDanger === true}
            close={() => openOrClose(false)}
          />
        </Dialog>
      )}
    </>
  );
}

/** The button itself, which does it or asks. */
function Trigger({
  label,
  name,
  icon,
  asEntry,
  opens,
  isBusy,
  className,
  disabled,
  onClick,
  ...look
}: Omit<ActionButtonProps<never>, "action" | "input" | "done" | "ask"> & {
  opens: boolean;
  isBusy: boolean;
  onClick: () => void;
}) {
  const common = {
    "aria-label": name,
    "aria-haspopup": opens ? ("dialog" as const) : undefined,
    disabled,
    // A disabled one would lose the focus.
    "aria-disabled": isBusy,
    onClick: () => isBusy || onClick(),
  };
  const sign = isBusy ? <Spinner /> : icon;
  if (asEntry) {
    return (
      <button type="button" {...common} className={menuEntryClass}>
        {sign}
        {label}
      </button>
    );
  }
  return (
    <Button
      {...look}
      {...common}
      className={cn(className, look.size === "sm" && "max-sm:min-h-11")}
    >
      {sign}
      {label}
    </Button>
  );
}
