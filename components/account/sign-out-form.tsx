"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from "react";

import { toast } from "../ui/toast";
import { signOutFormId } from "./sign-out-here";

const UnsentDialog = lazy(() =>
  import("./unsent-dialog").then((file) => ({ default: file.UnsentDialog })),
);

/**
 * Signs out, and before that erases what this device keeps. Where something done without network is not sent yet, it
 * asks first, because that would be lost.
 */
export function SignOutForm({
  action,
  children,
}: {
  action: () => Promise<void>;
  children: ReactNode;
}) {
  const ui = useTranslations("ui");
  const form = useRef<HTMLFormElement>(null);
  const isErased = useRef(false);
  const [unsent, setUnsent] = useState(0);

  const submit = (event: FormEvent) => {
    if (isErased.current) return;
    event.preventDefault();
    void askFirst();
  };
  const askFirst = async () => {
    // Only the server can end the session: without it nothing would be ended, and everything lost.
    const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) {
      toast(ui("unsent"), "danger");
      return;
    }
    const count = await import("../offline/unsent")
      .then(({ countUnsent }) => countUnsent())
      // A browser may keep nothing, or the script not come: then there is nothing to ask about.
      .catch(() => 0);
    if (count > 0) {
      form.current?.closest<HTMLElement>("[popover]")?.hidePopover();
      setUnsent(count);
    } else await leave();
  };
  const leave = async () => {
    setUnsent(0);
    await import("../offline/erase-kept")
      .then(({ eraseKept }) => eraseKept())
      .catch(() => undefined);
    isErased.current = true;
    form.current?.requestSubmit();
  };
  return (
    <>
      <form ref={form} id={signOutFormId} action={action} onSubmit={submit}>
        {children}
      </form>
      {unsent > 0 && (
        <Suspense>
          <UnsentDialog count={unsent} onStay={() => setUnsent(0)} onLeave={() => void leave()} />
        </Suspense>
      )}
    </>
  );
}
