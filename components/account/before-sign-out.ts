import { answerOthers, askOthers } from "./other-windows";
import type { NotDone, Sending } from "./sending";

/** Something of a page that is to be sent before somebody signs out, because afterwards it would be refused. */
interface Unsent {
  /** Sends what is not sent yet; once all has its answer, what was refused. */
  readonly send: () => Promise<readonly NotDone[]>;
  /** What has no answer yet, by what people call it. */
  readonly left: () => readonly string[];
}

const unsent = new Set<Unsent>();
let stopAnswering: (() => void) | undefined;

/**
 * Has this sent before somebody signs out, here or in another window of the browser. Returns how to stop that: it is
 * sent then, too, and whoever signs out meanwhile waits for it.
 */
export function sendBeforeSignOut(one: Unsent): () => void {
  unsent.add(one);
  stopAnswering ??= answerOthers(sendHere);
  return () => {
    const forget = () => {
      unsent.delete(one);
      if (unsent.size > 0) return;
      stopAnswering?.();
      stopAnswering = undefined;
    };
    void one.send().then(forget, forget);
  };
}

/** Sends all of this page, and has the other windows send theirs. */
export function sendAllBeforeSignOut(): Sending {
  const all = [sendHere(), askOthers()];
  return {
    left: () => all.flatMap(({ left }) => left()),
    done: Promise.all(all.map(({ done }) => done)).then((answers) => answers.flat()),
  };
}

function sendHere(): Sending {
  const all = [...unsent];
  return {
    done: Promise.all(all.map(({ send }) => send())).then((answers) => answers.flat()),
    left: () => all.flatMap(({ left }) => left()),
  };
}
