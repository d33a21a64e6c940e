"use client";

import { useEffect } from "react";

import { showOnIcon } from "../offline/app-badge";

/** Shows on the installed app's icon how much waits. */
export function IconCount({ count }: { count: number }) {
  useEffect(() => showOnIcon(count), [count]);
  return null;
}
