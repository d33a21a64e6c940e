"use client";

import { lazy } from "react";

/** Every page brings along what it shows where there is none: by name alone, and its script comes when it is needed. */
export const NotFound = lazy(() =>
  import("./not-found-message").then((file) => ({ default: file.NotFoundMessage })),
);
