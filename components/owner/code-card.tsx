import { useTranslations } from "next-intl";

import type { QrView } from "@/lib/charging/bookings/schema";

import { Card } from "../ui/card";
import { WindowTime } from "./window-time";

/** The code that lets the car in: the picture, its letters for when a camera fails, and when it opens. */
export function CodeCard({
  picture,
  qr,
  timeZone,
  isUsed = false,
}: {
  /** As an address that holds the picture itself: the page shows it without network, too. */
  picture: string;
  qr: QrView;
  timeZone: string;
  /** The car is in: the code has done its work. */
  isUsed?: boolean;
}) {
  const t = useTranslations("ownBookings");
  const code = `${qr.code.slice(0, 4)} ${qr.code.slice(4)}`;
  return (
    <Card className="text-center">
      {/* White in either theme, with a quiet edge: cameras read dark on light. */}
      <div className="mx-auto w-full max-w-80 rounded-md bg-white p-3">
        {/* oxlint-disable-next-line nextjs/no-img-element -- a picture that is the owner's alone, and is never resized */}
        <img
          src={picture}
          alt={t("codeAlt", { code })}
          width={264}
          height={264}
          className={isUsed ? "size-full opacity-20" : "size-full"}
        />
      </div>
      <p className="tabular mt-4 text-3xl font-semibold tracking-widest">{code}</p>
      <p className="mt-2 text-sm text-ink-soft">
        {isUsed ? (
          t("codeUsed")
        ) : (
          <WindowTime opensAt={qr.opensAt} closesAt={qr.expiresAt} timeZone={timeZone} />
        )}
      </p>
    </Card>
  );
}
