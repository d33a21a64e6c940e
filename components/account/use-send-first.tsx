import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";

import { late } from "../ui/late";
import { toast } from "../ui/toast";
import type { SendingState } from "./sending";

const SendingDialog = late(() =>
  import("./sending-dialog").then(
    (file) => file.SendingDialog,
    () => Unopened,
  ),
);

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
    // Most pages have nothing to send; where its script does not come, the page has none of it.
    const stop = await import("./follow-sending").then(
      ({ followSending }) =>
        followSending((now) => {
          if (now === null) decide.current(true);
          else {
            // The menu that holds the button lies above every window.
            document.querySelector<HTMLElement>("[popover]:popover-open")?.hidePopover();
            setState(now);
          }
        }),
      () => decide.current(true),
    );
    const mayGo = await asked;
    stop?.();
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
