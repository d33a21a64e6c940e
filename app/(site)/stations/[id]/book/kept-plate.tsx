"use client";

import { type ReactNode, useEffect, useRef } from "react";

const key = "baybook-plate";

/**
 * Keeps a plate that is typed before signing in, for this tab alone, and writes it into the field when its driver comes
 * back signed in; then it is forgotten, so that nobody else finds it.
 */
export function KeptPlate({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    const input = around.current?.querySelector("input");
    if (kept && input && input.value === input.defaultValue) input.value = kept;
    if (isSignedIn) sessionStorage.removeItem(key);
  }, [isSignedIn]);
  const keep = (typed: EventTarget) => {
    if (!isSignedIn && typed instanceof HTMLInputElement) sessionStorage.setItem(key, typed.value);
  };
  return (
    <div ref={around} onInput={({ target }) => keep(target)}>
      {children}
    </div>
  );
}
