import { LoaderCircle } from "lucide-react";

/** Turns while something is under way; what is under way is said in words beside it. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="animate-spin" />;
}
