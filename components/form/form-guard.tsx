"use client";

import { useEffect, useRef, useState } from "react";

import { useForm } from "./action-form";
import { sentEvent } from "./sent-event";
import { useUnsavedWarning } from "./use-unsaved-warning";

/** Inside an `ActionForm`: what was typed and not sent is not lost by a link without a question. */
export function FormGuard() {
  const { pending } = useForm();
  return <TypedGuard isSent={pending} />;
}

/** The same inside any other form; `isSent`: what was typed is on its way, and where it was refused, unsaved again. */
export function TypedGuard({ isSent }: { isSent: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  const [isTyped, setTyped] = useState(false);
  useEffect(() => {
    const form = place.current?.closest("form");
    // What is kept by itself, such as the station of the shift, is not lost.
    const type = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest("[data-kept]"))) setTyped(true);
    };
    const send = () => setTyped(false);
    form?.addEventListener("input", type);
    form?.addEventListener(sentEvent, send);
    return () => {
      form?.removeEventListener("input", type);
      form?.removeEventListener(sentEvent, send);
    };
  }, []);
  useUnsavedWarning(isTyped && !isSent);
  return <span ref={place} hidden />;
}
