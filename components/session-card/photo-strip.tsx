import { Camera } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";

import { KeptPicture } from "../offline/kept-picture";
import { PendingBadge } from "../offline/pending-badge";
import type { PhoneSession } from "../queue/on-phone";
import { useTimes } from "../queue/use-times";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/class-names";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { resizePhoto } from "./resize-photo";

/** The session's photos, and the phone's camera for one more. */
export function PhotoStrip({
  session,
  onPhoto,
}: {
  session: PhoneSession;
  /** Left out where none can be added any more. */
  onPhoto?: (picture: Blob) => Promise<unknown>;
}) {
  const t = useTranslations("sessionCard.photos");
  const { clock } = useTimes(session.timeZone);
  const [isBusy, setBusy] = useState(false);
  const waiting = session.acts.filter(
    ({ act, state }) => act.kind === "Photo" && state === "Waiting",
  );
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    setBusy(true);
    const picture = await resizePhoto(file);
    // The same picture may be chosen again.
    target.value = "";
    if (picture) await onPhoto?.(picture);
    else toast(t("unreadable"), "danger");
    setBusy(false);
  };
  return (
    <div className="space-y-3">
      {session.photos.length + waiting.length > 0 && (
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
          {session.photos.map(({ id, createdAt }) => {
            const address = `/api/v1/sessions/${session.id}/photos/${id}`;
            const name = t("taken", { time: clock(createdAt) });
            return (
              <li key={id}>
                <a href={address} target="_blank" rel="noreferrer" className="block rounded-md">
                  {/* oxlint-disable-next-line nextjs/no-img-element -- private, and made small already */}
                  <img
                    src={address}
                    alt={name}
                    loading="lazy"
                    className="aspect-square w-full rounded-md bg-sunken object-cover"
                  />
                </a>
              </li>
            );
          })}
          {waiting.map(({ act }) => (
            <li key={act.key} className="space-y-1">
              <KeptPicture actKey={act.key} name={t("taken", { time: clock(act.at) })} />
              <PendingBadge />
            </li>
          ))}
        </ul>
      )}
      {onPhoto && (
        <label
          className={cn(
            buttonClass({ look: "secondary" }),
            "w-full cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent sm:w-auto",
          )}
        >
          {isBusy ? <Spinner /> : <Camera aria-hidden />}
          {t("take")}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            className="sr-only"
            onChange={(event) => void take(event)}
          />
        </label>
      )}
    </div>
  );
}
