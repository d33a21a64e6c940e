import { sendAllBeforeSignOut } from "./before-sign-out";
import type { NotDone, SendingState } from "./sending";

/** After so long somebody is asked whether to sign out nevertheless, in milliseconds. */
const patience = 10_000;
/** How often it is looked how far it came; what is over by then shows nothing. */
const lookMs = 300;

/** Sends all that is to be sent before a sign-out. Tells how it stands, and null once all is done; returns how to stop. */
export function followSending(tell: (state: SendingState | null) => void): () => void {
  const { left, done } = sendAllBeforeSignOut();
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
