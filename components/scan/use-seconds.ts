import { useEffect, useEffectEvent, useState } from "react";

/** The present as `now` tells it, in milliseconds, told again every second. */
export function useSeconds(now: () => number): number {
  const [present, setPresent] = useState(now);
  const tick = useEffectEvent(() => setPresent(now()));
  useEffect(() => {
    const timer = setInterval(() => tick(), 1_000);
    return () => clearInterval(timer);
  }, []);
  return present;
}
