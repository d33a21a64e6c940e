"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";

import type { BeforeLeaving, Left } from "../offline/leaving";
import { late } from "../ui/late";
import { toast } from "../ui/toast";
import { signOutFormId } from "./sign-out-here";
import { useSendFirst } from "./use-send-first";

const UnsentDialog = late(() => import("./unsent-dialog").then((file) => file.UnsentDialog));

const leaving = () => import("../offline/leaving");

/** Whether whoever has half a form typed lets it go (screens.md, S17). Where the question does not come, none is asked. */
const leaveTyped = () =>
  import("../form/use-unsaved-warning").then(
    (file) => file.mayLeavePage(),
    () => true,
  );

/**
 * Signs out, and before that sends what waits to be sent and erases what this device keeps. Where something done without network is not sent yet, it
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
  /** Who presses twice signs out once. */
  const isSending = useRef(false);
  const [asked, setAsked] = useState<BeforeLeaving | null>(null);
  const { sendFirst, question } = useSendFirst();

  const submit = (event: FormEvent) => {
    if (isErased.current) return;
    event.preventDefault();
    if (!isSending.current) void sendAndGo();
  };
  const sendAndGo = async () => {
    isSending.current = true;
    if ((await leaveTyped()) && (await sendFirst())) await go((file) => file.leaveOrAsk());
    isSending.current = false;
  };
  const go = async (step: (file: Awaited<ReturnType<typeof leaving>>) => Promise<Left>) => {
    setAsked(null);
    const left = await leaving()
      .then(step)
      // The script may not come: with network one may leave nevertheless.
      .catch((): Left => (navigator.onLine ? "Erased" : "Not"));
    if (left === "Not") toast(ui("unsent"), "danger");
    else if (typeof left === "object") setAsked(left);
    else if (left === "Erased") {
      isErased.current = true;
      form.current?.requestSubmit();
    }
  };
  return (
    <>
      <form ref={form} id={signOutFormId} action={action} onSubmit={submit}>
        {children}
      </form>
      {question}
      {asked && (
        <UnsentDialog
          before={asked}
          onStay={() => setAsked(null)}
          onLeave={() => void go((file) => file.leave(asked))}
        />
      )}
    </>
  );
}
