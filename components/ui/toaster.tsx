"use client";

import { useEffect, useState } from "react";

import { late } from "./late";
import { onFirstToast, onToast, type ToastMessage } from "./toast";

// Most pages never say anything in passing, so what shows it comes with the first toast.
const ToastStack = late(() =>
  import("./toast-stack").then(
    (file) => file.ToastStack,
    () => PlainToast,
  ),
);

/** Says it where no more can be loaded, which may be the very thing to say. */
function PlainToast() {
  const [last, setLast] = useState<ToastMessage | null>(null);
  useEffect(() => onToast(setLast), []);
  useEffect(() => {
    if (!last) return undefined;
    const timer = setTimeout(() => setLast(null), 10_000);
    return () => clearTimeout(timer);
  }, [last]);
  return (
    <p
      role="alert"
      className="fixed inset-x-4 bottom-20 z-[1200] mx-auto max-w-96 rounded-md border bg-surface px-4 py-3 text-sm font-medium shadow-lg empty:hidden"
    >
      {last?.words}
    </p>
  );
}

/** The place where toasts appear; once, in the frame of the pages that say something in passing. */
export function Toaster() {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => onFirstToast(() => setAwake(true), ToastStack.ahead), []);
  return isAwake && <ToastStack />;
}
