import { useEffect, useState } from "react";

import { openLine } from "../live/open-line";
import { askServer } from "../offline/ask-server";

/** How many notifications were unread, and when the server said so, in milliseconds since 1970. */
export interface Unread {
  readonly count: number;
  readonly asked: number;
}

/** After these the count may be another; while the line was shut, nobody told what happened. */
const counted: ReadonlySet<string> = new Set(["inbox.changed", "alert.sent", "missed", "opened"]);

/** Milliseconds in which several events make one question. */
const together = 100;

/**
 * How many notifications are unread now: as the frame was made, and then as the server says after each event. Where it
 * does not answer, the count stays.
 */
export function useUnread({ count, asked }: Unread, viewer: string): number {
  const [later, setLater] = useState<Unread | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      timer = undefined;
      const now = await askUnread(viewer);
      if (now !== null) setLater({ count: now, asked });
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
  }, [viewer, asked]);
  // A frame that was made anew knows better than an answer before it.
  return later?.asked === asked ? later.count : count;
}

async function askUnread(viewer: string): Promise<number | null> {
  const { heard: answer } = await askServer(viewer, "/api/v1/notifications?status=unread&limit=1");
  if (answer === "nothing") return null;
  const { unreadCount } = (answer.body ?? {}) as { readonly unreadCount?: unknown };
  return typeof unreadCount === "number" ? unreadCount : null;
}
