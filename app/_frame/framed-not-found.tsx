import { NotFound } from "@/components/shell/not-found";

/** For the areas' own `not-found.tsx`, within their frames. */
export default function FramedNotFound() {
  return <NotFound framed />;
}
