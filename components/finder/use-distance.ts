"use client";

import { useFormatter } from "next-intl";
import { createContext, use } from "react";

import { distanceFormat, type DistanceUnit, metresIn } from "@/lib/core/units";

/** In which unit the reader of the finder reads distances; the server says it, so that the browser says the same. */
export const ReaderUnit = createContext<DistanceUnit>("km");

/** Kilometres in the reader's own unit: `0.8 mi`. Hundreds of metres matter near by, not far off. */
export function useDistance(): (km: number) => string {
  const format = useFormatter();
  const unit = use(ReaderUnit);
  return (km) => format.number(metresIn(unit, km * 1_000), distanceFormat(unit));
}
