"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Milliseconds in which several events make one refresh. */
const together = 250;

/**
 * Brings the page up to date when something happens elsewhere. `of` are beginnings of event types, such as
 * `booking.`; a page that nobody looks at waits until somebody does.
 */
export function LiveRefresh({ of }: { of: readonly string[] }) {
  const router = useRouter();
  const kinds = of.join(" ");
  useEffect(() => {
    const source = new EventSource("/api/live");
    let timer: ReturnType<typeof setTimeout> | undefined;
    let missed = false;
    const refresh = () => {
      timer = undefined;
      missed = document.hidden;
      if (!missed) router.refresh();
    };
    const hear = ({ data }: MessageEvent<string>) => {
      const { type } = JSON.parse(data) as { type: string };
      if (kinds.split(" ").some((kind) => type.startsWith(kind))) {
        timer ??= setTimeout(refresh, together);
      }
    };
    source.addEventListener("message", hear);
    const look = () => missed && refresh();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      source.close();
    };
  }, [kinds, router]);
  return null;
}
