import { setTimeout as sleep } from "node:timers/promises";

import { makeBrowser } from "../support/browser-ring";
import { startMailServer } from "../support/mail-server";
import { startReceiver } from "../support/receiver";

export const ways = ["mail", "push", "webhook"] as const;
export type Way = (typeof ways)[number];

/** What is done at an arrival: `unanswered` before the receiver has said that it took it, `answered` afterwards. */
interface Alarm {
  readonly way: Way;
  readonly after: number;
  readonly moment: "unanswered" | "answered";
  readonly ring: () => void;
}

/**
 * A mail server, a push service and a receiver of webhooks, which keep in what order what arrived: a message by its id,
 * an event by the webhook's path and its own id.
 */
export async function startReceivers() {
  const came: string[] = [];
  const browser = makeBrowser();
  let alarm: (Alarm & { left: number }) | null = null;

  /** Keeps what came, answers, and does what is to be done at this arrival. */
  const take = async (way: Way, what: string, answer: () => void) => {
    came.push(what);
    const rings = alarm?.way === way && (alarm.left -= 1) === 0 ? alarm : null;
    if (rings?.moment === "unanswered") rings.ring();
    answer();
    if (rings?.moment !== "answered") return;
    // While the sender writes down what it heard, or just before or after.
    await sleep(Math.random() * 4);
    rings.ring();
  };

  const mail = await startMailServer(({ messageId = "" }, answer) => {
    void take("mail", messageId.replace(/^<|@.*$/g, ""), answer);
  });
  const push = await startReceiver((answer, { raw }) => {
    const { tag } = JSON.parse(browser.read(raw)) as { tag: string };
    void take("push", tag, () => answer.writeHead(201).end());
  });
  const webhook = await startReceiver((answer, { path, body }) => {
    const { id } = JSON.parse(body) as { id: string };
    void take("webhook", `${path} ${id}`, () => answer.writeHead(204).end());
  });

  return {
    came,
    smtpUrl: mail.url,
    subscription: { endpoint: push.url, ...browser.keys },
    webhookUrl: (path: string) => `${webhook.origin}${path}`,
    /** Has it rung once, at the `after`-th arrival by that way from now on. */
    setAlarm: (next: Alarm) => {
      alarm = { ...next, left: next.after };
    },
  };
}
