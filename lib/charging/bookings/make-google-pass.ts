import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { signAsService } from "@/lib/core/jwt";

import { describePass, type PassFacts } from "./describe-pass";
import type { GooglePass } from "./schema";

const saveAddress = "https://pay.google.com/gp/v/save/";
const green = "#066a55";

/**
 * The address that saves the booking's code to Google Wallet: a generic pass, signed with the issuer's service account
 * (RS256), which Google reads from the address itself. A changed booking is another pass, since its code is another.
 * Throws as `readQr`, or `wallet.not_offered` where no issuer is set.
 */
export async function makeGooglePass(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<GooglePass> {
  const facts = await describePass(ctx, { id });
  const { google } = ctx.config.wallets ?? {};
  if (!google) throw fail("wallet.not_offered");
  const classId = `${google.issuerId}.baybook-booking`;
  const claims = {
    typ: "savetowallet",
    origins: [ctx.config.baseUrl],
    payload: {
      genericClasses: [{ id: classId }],
      genericObjects: [objectOf(facts, classId, `${google.issuerId}.${id}.${facts.code}`)],
    },
  };
  const jwt = await signAsService(google, claims, { audience: "google", now: ctx.clock.real() });
  return { saveUrl: `${saveAddress}${jwt}` };
}

const inWords = (value: string) => ({ defaultValue: { language: "en", value } });

function objectOf(facts: PassFacts, classId: string, id: string) {
  return {
    id,
    classId,
    state: "ACTIVE",
    hexBackgroundColor: green,
    cardTitle: inWords(facts.issuer),
    subheader: inWords(facts.title),
    header: inWords(facts.station),
    barcode: { type: "QR_CODE", value: facts.token, alternateText: facts.code },
    validTimeInterval: { end: { date: facts.expiresAt } },
    textModulesData: facts.fields.map(({ key, label, value }) => ({
      id: key,
      header: label,
      body: value,
    })),
  };
}
