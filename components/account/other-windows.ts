import type { NotDone, Sending } from "./sending";

const channelName = "baybook-sign-out";

/** So long another window has to say that it has something to send, in milliseconds: each sign-out waits for it. */
const graceMs = 250;
/** So often it says how far it came. */
const toldEveryMs = 500;
/** Of one that says nothing for so long, nothing more is awaited: it was closed. */
const silenceMs = 5_000;

type Message =
  | { readonly kind: "Send"; readonly by: string }
  | {
      readonly kind: "Left";
      /** Who asked, and which window answers. */
      readonly to: string;
      readonly from: string;
      readonly left: readonly string[];
      /** What was not done, once all is answered. */
      readonly notDone?: readonly NotDone[];
    };

// Not `randomUUID`, which pages without TLS do not have: this has to differ, no more.
const newName = () => `${Date.now()}-${Math.random()}`;
const thisPage = newName();

function openChannel(hear: (message: Message) => void) {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => hear(data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    say: (message: Message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

/** Sends what this page has when another window signs out, and tells it how far it came; returns how to stop. */
export function answerOthers(send: () => Sending): () => void {
  const answer = async (to: string) => {
    const { left, done } = send();
    if (left().length === 0) return;
    const tell = (notDone?: readonly NotDone[]) =>
      say({ kind: "Left", to, from: thisPage, left: left(), ...(notDone && { notDone }) });
    tell();
    const timer = setInterval(tell, toldEveryMs);
    const notDone = await done.catch(() => []);
    clearInterval(timer);
    tell(notDone);
  };
  const { say, close } = openChannel((message) => {
    // What this page asks, it sends itself.
    if (message.kind === "Send" && !message.by.startsWith(thisPage)) void answer(message.by);
  });
  return close;
}

/** Has the other windows of this browser send what they have; done once each has, or is heard of no more. */
export function askOthers(): Sending {
  const by = `${thisPage} ${newName()}`;
  const windows = new Map<string, { readonly left: readonly string[]; readonly at: number }>();
  const notDone: NotDone[] = [];
  const { say, close } = openChannel((message) => {
    if (message.kind !== "Left" || message.to !== by) return;
    if (message.notDone) {
      notDone.push(...message.notDone);
      windows.delete(message.from);
    } else windows.set(message.from, { left: message.left, at: Date.now() });
  });
  say({ kind: "Send", by });
  const wait = async () => {
    do {
      // oxlint-disable-next-line no-await-in-loop -- looked again and again
      await new Promise((resolve) => setTimeout(resolve, graceMs));
      for (const [from, { at }] of windows) {
        if (Date.now() - at > silenceMs) windows.delete(from);
      }
    } while (windows.size > 0);
    close();
    return notDone;
  };
  return { left: () => [...windows.values()].flatMap(({ left }) => left), done: wait() };
}
