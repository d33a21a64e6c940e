"use client";

import dynamic from "next/dynamic";

import { Skeleton } from "../ui/skeleton";

/** The editor, which comes after the page's own words. */
export const LazyScheduleEditor = dynamic(
  () => import("./schedule-editor").then((file) => file.ScheduleEditor),
  { loading: () => <Skeleton className="h-96" /> },
);
