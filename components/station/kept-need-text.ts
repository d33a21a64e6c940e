"use client";

import { useSyncExternalStore } from "react";

import { keepChoice, keptChoice, onChoice } from "../ui/kept-choice";

const name = "baybook.need";

/** What was asked for on this device the last time, as in an address; empty before the page has its script. */
export const useKeptNeedText = (): string =>
  useSyncExternalStore(
    onChoice,
    () => keptChoice(name) ?? "",
    () => "",
  );

export const keepNeedText = (text: string): void => keepChoice(name, text);
