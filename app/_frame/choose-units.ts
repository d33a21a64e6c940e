"use server";

import { cookies } from "next/headers";

import { yearMs } from "@/lib/core/durations";
import { clockCookie, distanceCookie, readChosen } from "@/lib/core/units";
import { currentViewer } from "@/lib/http/viewer";

import { keepPreferences } from "./preference-actions";

/** Keeps by which clock and in which unit of distance this browser is spoken to; with the account of who has one, too. */
export async function chooseUnits(form: FormData): Promise<void> {
  const { hourCycle, distanceUnit } = readChosen({
    clock: form.get("hourCycle")?.toString(),
    distance: form.get("distanceUnit")?.toString(),
  });
  const chosen = { ...(hourCycle && { hourCycle }), ...(distanceUnit && { distanceUnit }) };
  if (await currentViewer()) await keepPreferences(chosen);
  const jar = await cookies();
  const kept = { path: "/", maxAge: yearMs / 1_000, sameSite: "lax" } as const;
  if (hourCycle) jar.set(clockCookie, String(hourCycle), kept);
  if (distanceUnit) jar.set(distanceCookie, distanceUnit, kept);
}
