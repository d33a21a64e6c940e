"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from "react";

import type { BeforeLeaving } from "../offline/leaving";
import { toast } from "../ui/toast";
import { signOutFormId } from "./sign-out-here";

const UnsentDialog = lazy(() =>
  import("./unsent-dialog").then((file) => ({ default: file.UnsentDialog })),
);

const leaving = () => import("../offline/leaving");

/**
 * Signs out, and before that erases what this device keeps. Where something done without network is not sent yet, it
 * asks first, because that would be lost; without network, because nobody can sign in again before there is some.
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
  const [asked, setAsked] = useState<BeforeLeaving | null>(null);

  const submit = (event: FormEvent) => {
    if (isErased.current) return;
    event.preventDefault();
    void askFirst();
  };
  const askFirst = async () => {
    const before = await leaving()
      .then(({ lookFirst }) => lookFirst())
      // The script may not come: with network one may leave nevertheless.
      .catch(() => (navigator.onLine ? { isAway: false, unsent: 0 } : null));
    if (!before) toast(ui("unsent"), "danger");
    else if (before.isAway || before.unsent > 0) {
      form.current?.closest<HTMLElement>("[popover]")?.hidePopover();
      setAsked(before);
    } else await leave(before);
  };
  const leave = async (before: BeforeLeaving) => {
    setAsked(null);
    await leaving()
      .then((file) => file.leave(before))
      .catch(() => undefined);
    if (before.isAway) return;
    isErased.current = true;
    form.current?.requestSubmit();
  };
  return (
    <>
      <form ref={form} id={signOutFormId} action={action} onSubmit={submit}>
        {children}
      </form>
      {asked && (
        <Suspense>
          <UnsentDialog
            before={asked}
            onStay={() => setAsked(null)}
            onLeave={() => void leave(asked)}
          />
        </Suspense>
      )}
    </>
  );
}
