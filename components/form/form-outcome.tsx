"use client";

import type { ReactNode } from "react";

import { useForm } from "./action-form";

/** Inside a form: `children` until it is done, then `done` in their place. */
export function FormOutcome({ done, children }: { done: ReactNode; children: ReactNode }) {
  const { state } = useForm();
  return state?.done ? <output className="block">{done}</output> : children;
}
