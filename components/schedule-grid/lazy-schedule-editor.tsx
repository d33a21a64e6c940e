"use client";

import dynamic from "next/dynamic";

import { Skeleton } from "../ui/skeleton";

/**
 * The editor, which comes after the page's own words, and with its script: fields that are there before it would take
 * what is typed and forget it.
 */
export const LazyScheduleEditor = dynamic(
  () => import("./schedule-editor").then((file) => file.ScheduleEditor),
  { ssr: false, loading: () => <Skeleton className="h-svh" /> },
);
