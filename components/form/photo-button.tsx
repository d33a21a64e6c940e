"use client";

import { Camera } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useState } from "react";

import { askServer } from "../offline/ask-server";
import { resizePhoto } from "../session-card/resize-photo";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/class-names";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { usePageViewer } from "./page-viewer";

/** A photo that is sent as soon as it is chosen; then the page shows it. */
export function PhotoButton({
  path,
  method = "POST",
  words,
}: {
  /** Of the API, which takes it in the field `file`. */
  path: string;
  method?: "POST" | "PUT";
  words: { readonly add: string; readonly sending: string; readonly failed: string };
}) {
  const router = useRouter();
  const viewer = usePageViewer();
  const [isBusy, setBusy] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    setBusy(true);
    const refusal = await sendPhoto(viewer ?? "", { path, method }, file);
    // The same picture may be chosen again.
    target.value = "";
    setBusy(false);
    if (refusal === null) router.refresh();
    else toast(refusal || words.failed, "danger");
  };
  return (
    <label
      className={cn(
        buttonClass({ look: "secondary" }),
        "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent",
      )}
    >
      {isBusy ? <Spinner /> : <Camera aria-hidden />}
      {isBusy ? words.sending : words.add}
      <input
        type="file"
        accept="image/*"
        disabled={isBusy}
        className="sr-only"
        onChange={(event) => void choose(event)}
      />
    </label>
  );
}

/** Null when it is kept; else why not, in the server's words, or empty where nobody said. */
async function sendPhoto(
  viewer: string,
  { path, method }: { readonly path: string; readonly method: string },
  file: File,
): Promise<string | null> {
  // What this browser cannot read, the server may.
  const picture = (await resizePhoto(file)) ?? file;
  const body = new FormData();
  body.set("file", picture, "photo.jpg");
  const { heard } = await askServer(viewer, path, { method, key: crypto.randomUUID(), body });
  if (heard === "nothing") return "";
  if (heard.status < 300) return null;
  const { message, errors } = (heard.body ?? {}) as Partial<Refusal>;
  return errors?.[0]?.message ?? message ?? "";
}

interface Refusal {
  readonly message: string;
  readonly errors: readonly { readonly message: string }[];
}
