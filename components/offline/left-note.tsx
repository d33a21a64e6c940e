"use client";

import { type ReactNode, useEffect, useState } from "react";

import { Notice } from "../ui/notice";
import { leftNote } from "./service-worker";

/** Says to who signed out without network that it is done; nothing to anybody else. */
export function LeftNote({ children }: { children: ReactNode }) {
  const [isLeft, setLeft] = useState(false);
  useEffect(() => {
    void globalThis.caches?.has(leftNote).then(setLeft);
  }, []);
  return isLeft && <Notice kind="success">{children}</Notice>;
}
