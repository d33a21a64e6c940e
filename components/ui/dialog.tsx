"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";

export interface DialogProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** In the middle of the window; or a sheet, from below on a phone and from the side where there is room. */
  readonly form?: "dialog" | "sheet";
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A DialogBody, and a DialogFooter where it has actions. They begin anew each time it opens. */
  readonly children: ReactNode;
}

// Most visits open no dialog: its 20 kB of script come with the first.
const DialogWindow = dynamic(() => import("./dialog-window").then((file) => file.DialogWindow), {
  ssr: false,
});

/** A window above the page that takes the focus and gives it back. */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return wanted && <DialogWindow {...props} />;
}

/** What a dialog holds; it scrolls where it is long. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>;
}

/** A dialog's actions, always in view. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return <footer className="flex justify-end gap-3 border-t px-5 py-4">{children}</footer>;
}
