"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

import { afterLoad } from "../live/after-load";
import { keptOwner } from "../offline/kept-owner";

const Viewer = createContext<string | undefined>(undefined);

/**
 * Whose frame this is: the account that looked when it was opened, which stays although somebody else signs in in
 * another tab and the page is brought up to date. What is sent from within says it, so that the server does nothing in
 * another's name (docs/decisions/forms-are-read-by-schema.md). What this device keeps of somebody who was signed in
 * before is erased.
 */
export function PageViewer({ id, children }: { id: string | undefined; children: ReactNode }) {
  const [first] = useState(id ?? "");
  useEffect(() => {
    const owner = keptOwner();
    if (!first || owner === null || owner === first) return;
    import("../offline/erase-kept").then(({ eraseKept }) => eraseKept()).catch(() => undefined);
  }, [first]);
  useEffect(() => {
    afterLoad()
      .then(() => import("../shell/keep-focus"))
      .then(({ keepFocus }) => keepFocus())
      .catch(() => undefined);
  }, []);
  return <Viewer value={first}>{children}</Viewer>;
}

/** The account's id; empty where nobody was signed in, undefined outside of every frame. */
export const usePageViewer = () => useContext(Viewer);

/** What an action is given beside its fields. */
export const useViewerField = () => ({ viewer: usePageViewer() });
