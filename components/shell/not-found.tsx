"use client";

import { lazy } from "react";

const NotFoundMessage = lazy(() =>
  import("./not-found-message").then((file) => ({ default: file.NotFoundMessage })),
);

/** Every page brings along what it shows where there is none: by name alone, and its script comes when it is needed. */
export function NotFound({ framed = false }: { framed?: boolean }) {
  return <NotFoundMessage framed={framed} />;
}
