"use client";

import { useMemo } from "react";

import { type CarNeed, needParams, readNeed } from "./car-need";
import { keepNeedText, useKeptNeedText } from "./kept-need-text";

/** What was asked for on this device the last time; anything before the page has its script. */
export function useKeptNeed(): CarNeed {
  const kept = useKeptNeedText();
  return useMemo(() => readNeed(new URLSearchParams(kept)), [kept]);
}

export const keepNeed = (need: CarNeed): void =>
  keepNeedText(new URLSearchParams(needParams(need)).toString());
