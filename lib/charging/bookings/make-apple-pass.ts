import { readFile } from "node:fs/promises";

import { PKPass } from "passkit-generator";

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";

import { describePass } from "./describe-pass";
import type { Picture } from "./draw-qr";

/** The app's own, which every web process has beside it. */
const icons = { "icon.png": "icon-96", "icon@2x.png": "icon-192", "logo.png": "icon-96" } as const;
const look = {
  backgroundColor: "rgb(6, 106, 85)",
  foregroundColor: "rgb(255, 255, 255)",
  labelColor: "rgb(214, 240, 232)",
};

/**
 * The booking's code as a pass for Apple Wallet: a `.pkpass` file, signed with the issuer's certificate. A changed
 * booking replaces its pass. Throws as `readQr`, or `wallet.not_offered` where no issuer is set.
 */
export async function makeApplePass(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<Picture> {
  const facts = await describePass(ctx, { id });
  const { apple } = ctx.config.wallets ?? {};
  if (!apple) throw fail("wallet.not_offered");
  const { certificate: signerCert, key: signerKey, wwdr, passType, team } = apple;
  const pictures = Object.entries(icons).map(
    async ([name, icon]) => [name, await readFile(`public/icons/${icon}.png`)] as const,
  );
  const pass = new PKPass(
    Object.fromEntries(await Promise.all(pictures)),
    { signerCert, signerKey, wwdr },
    {
      passTypeIdentifier: passType,
      teamIdentifier: team,
      serialNumber: id,
      organizationName: facts.issuer,
      description: `${facts.title}, ${facts.station}`,
      logoText: facts.issuer,
      ...look,
    },
  );
  pass.type = "generic";
  pass.primaryFields.push({ key: "station", label: facts.title, value: facts.station });
  pass.secondaryFields.push(...facts.fields);
  pass.setBarcodes({ format: "PKBarcodeFormatQR", message: facts.token, altText: facts.code });
  pass.setRelevantDate(facts.startsAt);
  pass.setExpirationDate(new Date(facts.expiresAt));
  return {
    content: pass.getAsBuffer(),
    contentType: "application/vnd.apple.pkpass",
    filename: "booking.pkpass",
  };
}
