import { Download, WalletCards } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { ExternalButtonLink } from "@/components/ui/button-link";
import { makeGooglePass } from "@/lib/charging/bookings";
import type { BookingView } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";

/** How a code that is shown is taken along: as a picture, and into the wallets for which an issuer is set up. */
export async function CodeLinks({
  ctx,
  booking: { id, number },
}: {
  ctx: Context;
  booking: Pick<BookingView, "id" | "number">;
}) {
  const t = await getTranslations("ownBookings");
  const { google, apple } = ctx.config.wallets ?? {};
  const wallets = [
    ...(google
      ? [{ key: "googleWallet", href: (await makeGooglePass(ctx, { id })).saveUrl } as const]
      : []),
    ...(apple
      ? [{ key: "appleWallet", href: `/api/v1/bookings/${id}/wallet/apple` } as const]
      : []),
  ];
  return (
    <div className="flex flex-wrap justify-center gap-2">
      <ExternalButtonLink
        look="secondary"
        href={`/api/v1/bookings/${id}/qr.png`}
        download={`${number}.png`}
      >
        <Download aria-hidden />
        {t("saveCode")}
      </ExternalButtonLink>
      {wallets.map(({ key, href }) => (
        <ExternalButtonLink key={key} look="secondary" href={href}>
          <WalletCards aria-hidden />
          {t(key)}
        </ExternalButtonLink>
      ))}
    </div>
  );
}
