"use client";

import { useEffect, useRef, useState } from "react";

import { useForm } from "./action-form";
import { sentEvent } from "./sent-event";
import { useUnsavedWarning } from "./use-unsaved-warning";

/** Inside a form: what was typed and not sent is not lost by a link without a question. */
export function FormGuard() {
  const place = useRef<HTMLSpanElement>(null);
  const { pending } = useForm();
  const [isTyped, setTyped] = useState(false);
  useEffect(() => {
    const form = place.current?.closest("form");
    const type = () => setTyped(true);
    const send = () => setTyped(false);
    form?.addEventListener("input", type);
    form?.addEventListener(sentEvent, send);
    return () => {
      form?.removeEventListener("input", type);
      form?.removeEventListener(sentEvent, send);
    };
  }, []);
  // What was sent is on its way; where it was refused, it is unsaved again.
  useUnsavedWarning(isTyped && !pending);
  return <span ref={place} hidden />;
}
