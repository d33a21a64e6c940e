"use client";

import type { ComponentProps } from "react";

import { Button, type ButtonLook } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { useForm } from "./action-form";

/** Sends the form around; turns while the answer is awaited, and keeps the focus, which a disabled one would lose. */
export function SubmitButton({ children, ...props }: ComponentProps<"button"> & ButtonLook) {
  const { pending } = useForm();
  return (
    <Button {...props} type="submit" aria-disabled={pending} aria-busy={pending}>
      {pending && <Spinner />}
      {children}
    </Button>
  );
}
