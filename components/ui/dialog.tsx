"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useState } from "react";

import type { DialogProps } from "./dialog-props";
import { toast } from "./toast";

/** So long its script is waited for, in milliseconds. */
const patience = 6_000;

/**
 * A window above the page that takes the focus and gives it back. Most visits open none: its 20 kB of script come
 * with the first, and where they do not, the page stands and one can try again.
 */
export function Dialog(props: DialogProps) {
  const t = useTranslations("ui");
  const [Window, setWindow] = useState<ComponentType<DialogProps> | null>(null);
  const fail = useEffectEvent(() => {
    toast(t("unopened"), "danger");
    props.onOpenChange(false);
  });
  const isAwaited = props.open && !Window;
  useEffect(() => {
    if (!isAwaited) return undefined;
    // Where a part of it failed before, the bundler may leave the next try without an answer.
    const timer = setTimeout(fail, patience);
    import("./dialog-window")
      .then(({ DialogWindow }) => setWindow(() => DialogWindow), fail)
      .finally(() => clearTimeout(timer));
    return () => clearTimeout(timer);
  }, [isAwaited]);
  return Window && <Window {...props} />;
}

/** What a dialog holds; it scrolls where it is long. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>;
}

/** A dialog's actions, always in view. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap justify-end gap-3 border-t px-5 py-4">{children}</footer>
  );
}
