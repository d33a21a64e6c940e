import { useEffect, useEffectEvent, useRef, useState } from "react";

import { usePageViewer } from "../form/page-viewer";
import { isDecided } from "./send-approval";

interface Known {
  readonly list: string;
  readonly ids: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/**
 * Which of those that stood in the list were decided elsewhere. One that is not on the page any more may only have been
 * pushed to the next by new ones: the server is asked. `waiting` are those on the page now, by id; `isOurs` says which
 * were approved here.
 */
export function useDecided(
  list: string,
  waiting: Readonly<Record<string, unknown>>,
  isOurs: (id: string) => boolean,
): ReadonlySet<string> {
  const viewer = usePageViewer() ?? "";
  const [known, setKnown] = useState<Known>({ list, ids: none });
  const seen = useRef({ list, ids: new Set<string>() });
  // What is decided once is not asked about again, unless it came back.
  const decided = useRef(new Set<string>());
  const isAnswered = useEffectEvent(isOurs);
  useEffect(() => {
    if (seen.current.list !== list) {
      seen.current = { list, ids: new Set() };
      decided.current = new Set();
    }
    const { ids } = seen.current;
    const ends = decided.current;
    const tell = () => setKnown({ list, ids: new Set(ends) });
    const ask = async (id: string) => {
      if (!(await isDecided(viewer, id))) return;
      ends.add(id);
      if (decided.current === ends) tell();
    };
    const here = Object.keys(waiting);
    for (const id of here) ids.add(id);
    if (here.filter((id) => ends.delete(id)).length > 0) tell();
    for (const id of ids) {
      if (!(id in waiting) && !ends.has(id) && !isAnswered(id)) void ask(id);
    }
  }, [list, waiting, viewer]);
  return known.list === list ? known.ids : none;
}
