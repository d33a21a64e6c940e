"use client";

import dynamic from "next/dynamic";

import { MapLoading } from "./map-loading";

/** The maps, without their library until one is shown. */
export const LazyFinderMap = dynamic(() => import("./finder-map").then((file) => file.FinderMap), {
  ssr: false,
  loading: MapLoading,
});

export const LazyStationMap = dynamic(
  () => import("./station-map").then((file) => file.StationMap),
  {
    ssr: false,
    loading: MapLoading,
  },
);

export const LazyPickMap = dynamic(() => import("./pick-map").then((file) => file.PickMap), {
  ssr: false,
  loading: MapLoading,
});
