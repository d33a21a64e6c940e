"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";

/** A component whose script comes after the page. */
type LateComponent<Props> = ComponentType<Props> & {
  /** Fetches the script ahead of the click that needs it; where it does not come, that click says so. */
  readonly ahead: () => void;
};

/**
 * For what a click shows. `lazy` and `dynamic` would keep it back: React waits up to 300 ms before it shows what was
 * suspended, be its script there or not. `meanwhile` stands until it is. A script that does not come is an error of the page, and is asked for again
 * the next time.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode | ((props: Props) => ReactNode) = null,
): LateComponent<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetchIt = async () => {
    loaded = await load();
    return loaded;
  };
  function Late(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failure, setFailure] = useState<{ readonly reason: unknown } | null>(null);
    const isAwaited = Loaded === null;
    useEffect(() => {
      if (!isAwaited) return;
      fetchIt().then(
        (component) => setLoaded(() => component),
        (reason: unknown) => setFailure({ reason }),
      );
    }, [isAwaited]);
    if (failure) throw failure.reason;
    if (Loaded) return <Loaded {...props} />;
    return typeof meanwhile === "function" ? meanwhile(props) : meanwhile;
  }
  return Object.assign(Late, { ahead: () => void fetchIt().catch(() => undefined) });
}
