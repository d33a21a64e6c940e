"use client";

import { useMemo, useSyncExternalStore } from "react";

import { keepChoice, keptChoice, onChoice } from "../ui/kept-choice";
import { type CarNeed, needParams, readNeed } from "./car-need";

const name = "baybook.need";

/** What was asked for on this device the last time; anything before the page has its script. */
export function useKeptNeed(): CarNeed {
  const kept = useSyncExternalStore(
    onChoice,
    () => keptChoice(name) ?? "",
    () => "",
  );
  return useMemo(() => readNeed(new URLSearchParams(kept)), [kept]);
}

export const keepNeed = (need: CarNeed): void =>
  keepChoice(name, new URLSearchParams(needParams(need)).toString());
