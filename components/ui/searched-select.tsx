"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";

import { tidy } from "@/lib/core/text";

import { type Choice, ChoiceList } from "./choice-list";

/**
 * A select of so many options that one wants to search them, such as a business's stations: it looks, speaks and is sent
 * as the platform's own, and works as that before its script has come; then it opens a list with a field to type in.
 */
export function SearchedSelect({
  label,
  count,
  children,
}: {
  /** What is chosen, for the field's name. */
  label: string;
  /** How many options there are: few are found by looking, and stay with the platform's own list. */
  count: number;
  /** The select. */
  children: ReactNode;
}) {
  return count > mostAtAGlance ? <Searched label={label}>{children}</Searched> : children;
}

/** So many options are found by looking; among more one searches (screens.md, S32). */
const mostAtAGlance = 12;

function Searched({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations("ui");
  const around = useRef<HTMLSpanElement>(null);
  const [opened, setOpened] = useState<{ choices: Choice[]; chosen: string; typed: string } | null>(
    null,
  );
  const open = (typed = "") => {
    const select = selectIn(around);
    if (!select) return;
    const choices = [...select.options]
      .map(({ value, text }) => ({ value, label: tidy(text) }))
      .filter(({ label: words }) => words !== "");
    setOpened({ choices, chosen: select.value, typed });
  };
  const close = () => {
    setOpened(null);
    selectIn(around)?.focus();
  };
  useEffect(() => {
    if (!opened) return undefined;
    const leave = ({ target }: Event) => {
      if (!around.current?.contains(target as Node)) setOpened(null);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [opened]);
  const choose = (value: string) => {
    const select = selectIn(around);
    if (select && select.value !== value) {
      select.value = value;
      // The form around hears it as if the platform's own list had been used.
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what is pressed is the select within
    <span
      ref={around}
      className="relative block"
      onMouseDown={(event) => {
        if (event.target instanceof HTMLSelectElement && event.button === 0) {
          event.preventDefault();
          if (opened) close();
          else open();
        }
      }}
      onKeyDown={(event) => {
        if (!(event.target instanceof HTMLSelectElement)) return;
        const { key, altKey, ctrlKey, metaKey } = event;
        const isLetter = key.length === 1 && key !== " " && !altKey && !ctrlKey && !metaKey;
        if (!isLetter && ![" ", "Enter", "ArrowDown", "ArrowUp"].includes(key)) return;
        event.preventDefault();
        open(isLetter ? key : "");
      }}
    >
      {children}
      {opened && (
        <ChoiceList
          label={t("searchIn", { list: label })}
          {...opened}
          choose={choose}
          close={close}
          leave={() => setOpened(null)}
        />
      )}
    </span>
  );
}

const selectIn = (around: RefObject<HTMLElement | null>) =>
  around.current?.querySelector("select") ?? null;
