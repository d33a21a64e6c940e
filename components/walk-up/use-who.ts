import { useRef, useState } from "react";

/** By what a driver is known: the API's names. */
export const names = ["plate", "phone", "ownerNic"] as const;
type Name = (typeof names)[number];

/** Who it is, as it was typed. */
export const typedIn = (form: HTMLFormElement) => String(new FormData(form).get("who") ?? "");

/** By what the driver is known, and what was typed of each: whoever turns to another field and back finds it. */
export function useWho(plate: string | undefined) {
  const [name, setName] = useState<Name>("plate");
  const [kept, setKept] = useState<Partial<Record<Name, string>>>({ plate });
  const form = useRef<HTMLFormElement>(null);
  const turnTo = (next: Name) => {
    // Read from the field itself, which may have been typed in before the script was there.
    if (form.current) setKept({ ...kept, [name]: typedIn(form.current) });
    setName(next);
  };
  return { name, kept: kept[name], form, turnTo };
}
