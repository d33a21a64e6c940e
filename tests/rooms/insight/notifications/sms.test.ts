import { beforeEach, describe, expect, it } from "vitest";

import type { Outgoing } from "@/lib/insight/notifications/rules";
import { transportsOf } from "@/lib/process/transports";

import { answering, hanging, startReceiver } from "../../../support/receiver";

const queued = { sid: "SM00000000000000000000000000000001", status: "queued" };
const twilio = await startReceiver(answering(201, queued));
const sparrow = await startReceiver();
const twilioEnv = {
  TWILIO_ACCOUNT_SID: "AC0123",
  TWILIO_AUTH_TOKEN: "secret:token",
  TWILIO_FROM: "+15005550006",
  TWILIO_URL: twilio.origin,
};
const sparrowEnv = {
  SPARROW_TOKEN: "v2_token",
  SPARROW_FROM: "InfoSMS",
  SPARROW_URL: `${sparrow.origin}/`,
};

const text = (recipient: string, body = "Booked at நிலையம் & Co. 20:00 + 1 h"): Outgoing => ({
  id: "0199a000-0000-7000-8000-000000000001",
  recipient,
  subject: null,
  body,
  locale: "en",
  url: null,
});
const send = (env: Record<string, string>, message: Outgoing) => {
  const { Sms } = transportsOf(env);
  if (!Sms) throw new Error("No text messages go out.");
  return Sms(message);
};

beforeEach(() => {
  twilio.received.length = 0;
  sparrow.received.length = 0;
  twilio.behave(answering(201, queued));
  sparrow.behave(
    answering(200, { count: 1, response_code: 200, response: "1 mesages has been queued" }),
  );
});

describe("Twilio", () => {
  it("is handed the message as its Messages API asks", async () => {
    await send(twilioEnv, text("+12125550101"));
    const [request] = twilio.received;
    expect(request).toMatchObject({
      method: "POST",
      path: "/2010-04-01/Accounts/AC0123/Messages.json",
      headers: { "content-type": expect.stringContaining("application/x-www-form-urlencoded") },
    });
    const basic = request?.headers.authorization?.replace("Basic ", "") ?? "";
    expect(Buffer.from(basic, "base64").toString()).toBe("AC0123:secret:token");
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      To: "+12125550101",
      From: "+15005550006",
      Body: "Booked at நிலையம் & Co. 20:00 + 1 h",
    });
  });

  it("sends by a messaging service where that is named, and no more than Twilio takes", async () => {
    await send({ ...twilioEnv, TWILIO_FROM: "MG77" }, text("+12125550101", "ö".repeat(5_000)));
    const sent = new URLSearchParams(twilio.received[0]?.body);
    expect(sent.get("MessagingServiceSid")).toBe("MG77");
    expect(sent.has("From")).toBe(false);
    expect(sent.get("Body")).toHaveLength(1_600);
  });

  it("says in its own words why it refused", async () => {
    twilio.behave(answering(400, { code: 21211, message: "Invalid 'To' Phone Number" }));
    await expect(send(twilioEnv, text("+1"))).rejects.toThrow(
      "Twilio 400 21211 Invalid 'To' Phone Number",
    );
  });

  it("is given up when it does not answer", { timeout: 20_000 }, async () => {
    twilio.behave(hanging);
    await expect(send(twilioEnv, text("+12125550101"))).rejects.toThrow("Twilio: TimedOut");
  });
});

describe("Sparrow SMS", () => {
  it("is handed token, identity, ten digits and text", async () => {
    await send(sparrowEnv, text("+9779841234567"));
    expect(sparrow.received[0]).toMatchObject({ method: "POST", path: "/v2/sms/" });
    expect(Object.fromEntries(new URLSearchParams(sparrow.received[0]?.body))).toEqual({
      token: "v2_token",
      from: "InfoSMS",
      to: "9841234567",
      text: "Booked at நிலையம் & Co. 20:00 + 1 h",
    });
  });

  it("says by its code why it refused, whatever the status is", async () => {
    for (const status of [403, 200]) {
      sparrow.behave(answering(status, { response_code: 1002, response: "Invalid Token" }));
      await expect(send(sparrowEnv, text("+9779841234567"))).rejects.toThrow(
        `Sparrow SMS ${status} 1002 Invalid Token`,
      );
    }
  });

  it("takes the numbers of Nepal where both are set, and Twilio all others", async () => {
    const both = { ...twilioEnv, ...sparrowEnv };
    await send(both, text("+9779841234567"));
    await send(both, text("+12125550101"));
    await send(both, text("+97714411223"));
    expect([sparrow.received.length, twilio.received.length]).toEqual([1, 2]);
    await expect(send(sparrowEnv, text("+12125550101"))).rejects.toThrow("Nepal alone");
  });
});

it("nothing goes out by half an account", () => {
  expect(transportsOf({ ...twilioEnv, TWILIO_FROM: "" }).Sms).toBeUndefined();
  expect(transportsOf({ ...sparrowEnv, SPARROW_TOKEN: undefined }).Sms).toBeUndefined();
});
