"use client";

import "leaflet/dist/leaflet.css";

import L from "leaflet";

/** The map library. It needs a window, so only files that load lazily import it. */
export { L };
