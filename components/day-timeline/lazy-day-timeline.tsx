"use client";

import dynamic from "next/dynamic";

import { Skeleton } from "../ui/skeleton";

/** The timeline, which comes after the page's own words. */
export const LazyDayTimeline = dynamic(
  () => import("./day-timeline").then((file) => file.DayTimeline),
  { loading: () => <Skeleton className="h-64 max-sm:hidden" /> },
);

/** The same of all stations. */
export const LazyDayStack = dynamic(() => import("./day-stack").then((file) => file.DayStack), {
  loading: () => <Skeleton className="h-64 max-sm:hidden" />,
});
