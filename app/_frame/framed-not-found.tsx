import { NotFoundMessage } from "@/components/shell/not-found-message";

/** For the areas' own `not-found.tsx`, within their frames. */
export default function FramedNotFound() {
  return <NotFoundMessage framed />;
}
