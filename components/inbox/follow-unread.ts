import { openLine } from "../live/open-line";
import { askServer } from "../offline/ask-server";

/** After these the count may be another; while the line was shut, nobody told what happened. */
const counted: ReadonlySet<string> = new Set(["inbox.changed", "alert.sent", "missed", "opened"]);

/** Milliseconds in which several events make one question. */
const together = 100;

/**
 * Says how many notifications are unread after each event that may change it, from the instant `asked` on (milliseconds
 * since 1970); answers what ends it. Where the server does not answer, nothing is said.
 */
export function followUnread(
  viewer: string,
  asked: number,
  say: (count: number) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    timer = undefined;
    const now = await askUnread(viewer);
    if (now !== null) say(now);
  };
  let isOpened = false;
  const line = openLine({
    // The line tells what happened since the frame was made when it is opened first; later the count is asked for.
    since: () => (isOpened ? undefined : asked),
    hear: (type) => {
      const isFirst = type === "opened" && !isOpened;
      if (isFirst) isOpened = true;
      else if (counted.has(type)) timer ??= setTimeout(() => void ask(), together);
    },
  });
  return () => {
    clearTimeout(timer);
    line.close();
  };
}

async function askUnread(viewer: string): Promise<number | null> {
  const { heard: answer } = await askServer(viewer, "/api/v1/notifications?status=unread&limit=1");
  if (answer === "nothing") return null;
  const { unreadCount } = (answer.body ?? {}) as { readonly unreadCount?: unknown };
  return typeof unreadCount === "number" ? unreadCount : null;
}
