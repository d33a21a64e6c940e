"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

import { onToast, type ToastMessage } from "./toast";

// Most pages never say anything in passing, so what shows it comes with the first toast.
const ToastStack = dynamic(() => import("./toast-stack").then((file) => file.ToastStack), {
  ssr: false,
});

/** The place where toasts appear; once, in the root layout. */
export function Toaster() {
  const [first, setFirst] = useState<ToastMessage | null>(null);
  useEffect(() => (first ? undefined : onToast(setFirst)), [first]);
  return first && <ToastStack first={first} />;
}
