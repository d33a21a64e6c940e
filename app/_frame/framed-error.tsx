"use client";

import { ErrorMessage } from "@/components/shell/error-message";

/** For the areas' own `error.tsx`: a page that fails leaves the frame and the way elsewhere standing. */
export default function FramedError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorMessage error={error} retry={retry} />;
}
