import { useEffect, useState } from "react";

import { afterLoad } from "../live/after-load";

/** How many notifications were unread, and when the server said so, in milliseconds since 1970. */
export interface Unread {
  readonly count: number;
  readonly asked: number;
}

/**
 * How many notifications are unread now: as the frame was made, and then as the server says after each event. What
 * follows them is loaded once the page is there.
 */
export function useUnread({ count, asked }: Unread, viewer: string): number {
  const [later, setLater] = useState<Unread | null>(null);
  useEffect(() => {
    let isLeft = false;
    let end: (() => void) | undefined;
    const follow = async () => {
      await afterLoad();
      const { followUnread } = await import("./follow-unread");
      if (!isLeft) end = followUnread(viewer, asked, (now) => setLater({ count: now, asked }));
    };
    follow().catch(() => undefined);
    return () => {
      isLeft = true;
      end?.();
    };
  }, [viewer, asked]);
  // A frame that was made anew knows better than an answer before it.
  return later?.asked === asked ? later.count : count;
}
