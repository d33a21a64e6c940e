"use client";

import type { ReactNode } from "react";

import { Button } from "../ui/button";

/** Asks for the page at this address anew. */
export function RetryButton({ children }: { children: ReactNode }) {
  return <Button onClick={() => window.location.reload()}>{children}</Button>;
}
