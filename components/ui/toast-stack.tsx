"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { onToast, type ToastMessage } from "./toast";

const manager = Toast.createToastManager();

function add({ words, kind }: ToastMessage) {
  manager.add({ title: words, type: kind, timeout: kind === "danger" ? 10_000 : 5_000 });
}

/** The toasts that are showing. */
export function ToastStack() {
  useEffect(() => onToast(add), []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-20 z-[1200] mx-auto flex flex-col-reverse gap-2 sm:right-6 sm:bottom-6 sm:left-auto sm:w-96 max-lg:[body:has([data-action-bar])_&]:bottom-40">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const t = useTranslations("ui");
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      className="rounded-md border bg-surface shadow-lg transition-all duration-200 data-ending-style:translate-y-2 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-3 py-2 pr-2 pl-4 text-sm">
        {item.type === "danger" ? (
          <CircleAlert aria-hidden className="mt-2 size-5 shrink-0 text-danger" />
        ) : (
          <CircleCheck aria-hidden className="mt-2 size-5 shrink-0 text-success" />
        )}
        <Toast.Title className="min-w-0 flex-1 py-2 leading-5 font-medium" />
        <Toast.Close
          aria-label={t("close")}
          className="grid size-9 shrink-0 place-items-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
