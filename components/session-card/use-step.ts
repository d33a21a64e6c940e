import { useSearchParams } from "next/navigation";

import { sessionPath } from "../queue/session-path";

/**
 * Whether the session is being finished, and how to go there and back. It stands in the address, so that the phone's
 * own Back works, and no server is asked about it, so that it works without network.
 */
export function useStep(bookingId: string) {
  const isFinishing = useSearchParams().get("step") === "finish";
  const go = (step?: "finish") => {
    window.history.pushState(null, "", sessionPath(bookingId, step));
    window.scrollTo(0, 0);
  };
  return { isFinishing, finish: () => go("finish"), leave: () => go() };
}
