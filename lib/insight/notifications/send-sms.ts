import { cut } from "@/lib/core/text";

import { askService, refusedBy } from "./post-message";
import type { Transport } from "./rules";

/** An account at Twilio (https://www.twilio.com/docs/messaging/api/message-resource). */
export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** A number or name of the account's, or the `MG…` of a messaging service. */
  readonly from: string;
  readonly url: string;
}

/** An account at Sparrow SMS, which reaches Nepal (https://docs.sparrowsms.com). */
export interface SparrowSettings {
  readonly token: string;
  /** The identity that the account was given. */
  readonly from: string;
  readonly url: string;
}

/** What text messages go by: either, or both, of which Sparrow takes the numbers of Nepal. */
export interface SmsSettings {
  readonly twilio?: TwilioSettings;
  readonly sparrow?: SparrowSettings;
}

/** Twilio takes no longer ones, and cuts what is longer than one text message by itself. */
const longest = 1_600;
const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
/** A mobile number of Nepal, E.164: Sparrow takes its ten digits alone. */
const nepali = /^\+977(9\d{9})$/;

/** Carries text messages by the service that the number is for. */
export function smsTransport({ twilio, sparrow }: SmsSettings): Transport {
  return async ({ recipient, body }) => {
    const text = cut(body, longest, longest);
    const [, digits] = nepali.exec(recipient) ?? [];
    if (sparrow && digits) return sendBySparrow(sparrow, digits, text);
    if (twilio) return sendByTwilio(twilio, recipient, text);
    throw new Error("Sparrow SMS reaches mobile numbers of Nepal alone.");
  };
}

/** Messages API of 2010-04-01, basic authentication; 201 with the message that is queued. */
async function sendByTwilio(
  { accountSid, authToken, from, url }: TwilioSettings,
  to: string,
  text: string,
): Promise<void> {
  const sender = from.startsWith("MG") ? "MessagingServiceSid" : "From";
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const { status, isOk, said } = await askService("Twilio", {
    url: `${url}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`,
    headers: { ...form, authorization: `Basic ${basic}` },
    body: new URLSearchParams({ To: to, [sender]: from, Body: text }).toString(),
  });
  if (!isOk) throw refusedBy("Twilio", status, said.code, said.message);
}

/** `/v2/sms/`; `response_code` says what became of it, 200 that it is queued. */
async function sendBySparrow(
  { token, from, url }: SparrowSettings,
  to: string,
  text: string,
): Promise<void> {
  const { status, isOk, said } = await askService("Sparrow SMS", {
    url: `${url}/v2/sms/`,
    headers: form,
    body: new URLSearchParams({ token, from, to, text }).toString(),
  });
  if (isOk && Number(said.response_code) === 200) return;
  throw refusedBy("Sparrow SMS", status, said.response_code, said.response);
}
