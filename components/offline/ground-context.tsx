"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";

import { GroundDoor, type ScreenGround } from "./ground-door";
import { emptyGround, type GroundState } from "./ground-state";
import { registerWorker, tellWorker } from "./service-worker";

const Context = createContext<ScreenGround | null>(null);

/**
 * Around the pages of somebody who works where the network comes and goes: what they do is kept and sent, and `pages`,
 * their addresses, open without network from the first visit on. `viewer` is the account's id.
 */
export function OfflineGround({
  viewer,
  pages,
  children,
}: {
  viewer: string;
  pages: readonly string[];
  children: ReactNode;
}) {
  const [ground] = useState(
    () =>
      new GroundDoor(
        viewer,
        () => window.location.reload(),
        () => window.location.replace("/login"),
      ),
  );
  const kept = pages.join(" ");
  useEffect(() => ground.start(() => void keepPages(kept.split(" "))), [ground, kept]);
  return <Context value={ground}>{children}</Context>;
}

async function keepPages(pages: readonly string[]): Promise<void> {
  if (!(await registerWorker())) return;
  await navigator.serviceWorker.ready;
  await tellWorker({ type: "keep", pages });
}

/** The ground of the page. Throws a plain Error outside of `OfflineGround`. */
export function useGround(): ScreenGround {
  const ground = useContext(Context);
  if (!ground) throw new Error("There is no OfflineGround around this.");
  return ground;
}

/** What the phone keeps, as it changes. */
export function useGroundState(): GroundState {
  const { subscribe, state } = useGround();
  return useSyncExternalStore(subscribe, state, () => emptyGround);
}
