import { Camera } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useState } from "react";

import { usePageViewer } from "../form/page-viewer";
import { askServer } from "../offline/ask-server";
import { resizePhoto } from "../session-card/resize-photo";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/class-names";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";

/** One more photo of a station, sent as soon as it is chosen. */
export function AddPhoto({ stationId }: { stationId: string }) {
  const t = useTranslations("stationPhotos");
  const router = useRouter();
  const viewer = usePageViewer();
  const [isBusy, setBusy] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    setBusy(true);
    const refusal = await sendPhoto(viewer ?? "", stationId, file);
    // The same picture may be chosen again.
    target.value = "";
    setBusy(false);
    if (refusal === null) router.refresh();
    else toast(refusal || t("failed"), "danger");
  };
  return (
    <label
      className={cn(
        buttonClass({ look: "secondary" }),
        "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent",
      )}
    >
      {isBusy ? <Spinner /> : <Camera aria-hidden />}
      {t(isBusy ? "sending" : "add")}
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
async function sendPhoto(viewer: string, stationId: string, file: File): Promise<string | null> {
  // What this browser cannot read, the server may.
  const picture = (await resizePhoto(file)) ?? file;
  const body = new FormData();
  body.set("file", picture, "photo.jpg");
  const { heard } = await askServer(viewer, `/api/v1/stations/${stationId}/images`, {
    method: "POST",
    key: crypto.randomUUID(),
    body,
  });
  if (heard === "nothing") return "";
  if (heard.status < 300) return null;
  const { message, errors } = (heard.body ?? {}) as Partial<Refusal>;
  return errors?.[0]?.message ?? message ?? "";
}

interface Refusal {
  readonly message: string;
  readonly errors: readonly { readonly message: string }[];
}
