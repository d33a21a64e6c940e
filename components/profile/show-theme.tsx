"use client";

import { useEffect, useRef } from "react";

import { useForm } from "../form/action-form";
import { chooseTheme } from "../ui/choose-theme";
import { readTheme } from "../ui/theme";

/** Shows this device in the theme that the form around was saved with: its own choice would come first. */
export function ShowTheme() {
  const { state } = useForm();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = state?.done && place.current?.closest("form");
    if (form) chooseTheme(readTheme(new FormData(form).get("theme")?.toString()));
  }, [state]);
  return <span ref={place} hidden />;
}
