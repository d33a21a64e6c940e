import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";

import { late } from "../ui/late";
import { toast } from "../ui/toast";
import { sendAllBeforeSignOut } from "./before-sign-out";
import type { NotDone, Sending, SendingState } from "./sending";

const SendingDialog = late(() =>
  import("./sending-dialog").then(
    (file) => file.SendingDialog,
    () => Unopened,
  ),
);

/** After so long somebody is asked whether to sign out nevertheless, in milliseconds. */
const patience = 10_000;
/** How often it is looked how far it came; what is over by then shows nothing. */
const lookMs = 300;

/**
 * Sends what waits to be sent, in every window of the browser, and says so while it lasts. Answers whether to go on:
 * nothing that somebody pressed is lost without their being asked. `question` goes on the page.
 */
export function useSendFirst(): {
  readonly sendFirst: () => Promise<boolean>;
  readonly question: ReactNode;
} {
  const [state, setState] = useState<SendingState | null>(null);
  const decide = useRef<(mayGo: boolean) => void>(() => {});
  const sendFirst = async () => {
    const asked = new Promise<boolean>((resolve) => (decide.current = resolve));
    const stop = follow(sendAllBeforeSignOut(), (now) => {
      if (now === null) decide.current(true);
      else {
        // The menu that holds the button lies above every window.
        document.querySelector<HTMLElement>("[popover]:popover-open")?.hidePopover();
        setState(now);
      }
    });
    const mayGo = await asked;
    stop();
    setState(null);
    return mayGo;
  };
  const question = state && (
    <SendingDialog
      state={state}
      onStay={() => decide.current(false)}
      onLeave={() => decide.current(true)}
    />
  );
  return { sendFirst, question };
}

/** Tells how it stands, and null once all is done; returns how to stop. */
function follow({ left, done }: Sending, tell: (state: SendingState | null) => void): () => void {
  const began = Date.now();
  let isOver = false;
  const timer = setInterval(() => {
    const names = left();
    const isLate = Date.now() - began >= patience;
    if (names.length > 0) tell({ kind: "Sending", left: names, isLate });
  }, lookMs);
  const stop = () => {
    isOver = true;
    clearInterval(timer);
  };
  const end = (notDone: readonly NotDone[]) => {
    if (isOver) return;
    stop();
    tell(notDone.length > 0 ? { kind: "NotDone", notDone } : null);
  };
  void done.then(end, () => end([]));
  return stop;
}

/** Where the question cannot be asked, nobody is signed out. */
function Unopened({ onStay }: { onStay: () => void }) {
  const t = useTranslations("ui");
  useEffect(() => {
    toast(t("unopened"), "danger");
    onStay();
    // oxlint-disable-next-line react/exhaustive-deps -- once
  }, []);
  return null;
}
