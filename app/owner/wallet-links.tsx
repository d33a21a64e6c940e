import { WalletCards } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { ExternalButtonLink } from "@/components/ui/button-link";
import { makeGooglePass } from "@/lib/charging/bookings";
import type { Context } from "@/lib/core/context";

/** The ways into the phone's wallet, for a booking whose code is shown; nothing where no issuer is set up. */
export async function WalletLinks({ ctx, bookingId }: { ctx: Context; bookingId: string }) {
  const { google, apple } = ctx.config.wallets ?? {};
  if (!google && !apple) return null;
  const t = await getTranslations("ownBookings");
  const links = [
    ...(google
      ? [
          {
            key: "googleWallet",
            href: (await makeGooglePass(ctx, { id: bookingId })).saveUrl,
          } as const,
        ]
      : []),
    ...(apple
      ? [{ key: "appleWallet", href: `/api/v1/bookings/${bookingId}/wallet/apple` } as const]
      : []),
  ];
  return (
    <div className="flex flex-wrap justify-center gap-2">
      {links.map(({ key, href }) => (
        <ExternalButtonLink key={key} look="secondary" href={href}>
          <WalletCards aria-hidden />
          {t(key)}
        </ExternalButtonLink>
      ))}
    </div>
  );
}
