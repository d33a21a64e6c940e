"use client";

import { Camera } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useState } from "react";

import { buttonClass } from "../ui/button";
import { cn } from "../ui/class-names";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { usePageViewer } from "./page-viewer";
import { pictureKinds, sendPicture } from "./send-picture";
import { usePictureWords } from "./use-picture-words";

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
  const say = usePictureWords();
  const viewer = usePageViewer();
  const [isBusy, setBusy] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    setBusy(true);
    const sent = await sendPicture(viewer ?? "", { path, method }, file);
    // The same picture may be chosen again.
    target.value = "";
    setBusy(false);
    if (sent.ok) router.refresh();
    else toast(say(sent.refusal, words.failed), "danger");
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
        accept={pictureKinds}
        disabled={isBusy}
        className="sr-only"
        onChange={(event) => void choose(event)}
      />
    </label>
  );
}
