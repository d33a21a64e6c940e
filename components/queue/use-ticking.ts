import { useEffect, useState } from "react";

import { serverTimeAt } from "../offline/clock";
import { useGroundState } from "../offline/ground-context";

/**
 * The server's time in milliseconds since 1970, counted on by the phone's clock and corrected by what the last answer
 * told of it. `first` is what the server said with the page, so that both render the same.
 */
export function useTicking(first: number, everyMs = 1_000): number {
  const { clock } = useGroundState();
  const [now, setNow] = useState(first);
  useEffect(() => {
    const tick = () => setNow(serverTimeAt(clock, Date.now()));
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
