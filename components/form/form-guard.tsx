"use client";

import { useEffect, useRef, useState } from "react";

import { useForm } from "./action-form";
import { useUnsavedWarning } from "./use-unsaved-warning";

/** Inside a form: what was typed and not sent is not lost by a link without a question. */
export function FormGuard() {
  const place = useRef<HTMLSpanElement>(null);
  const { state, pending } = useForm();
  const [isTyped, setTyped] = useState(false);
  useEffect(() => {
    const form = place.current?.closest("form");
    const type = () => setTyped(true);
    form?.addEventListener("input", type);
    return () => form?.removeEventListener("input", type);
  }, []);
  // What was sent is on its way; where it was refused, it is unsaved again.
  useUnsavedWarning(isTyped && !pending && !state?.done);
  return <span ref={place} hidden />;
}
