import { and, eq } from "drizzle-orm";
import type { ParsedMail } from "mailparser";
import { beforeEach, describe, expect, it } from "vitest";

import { messages } from "@/db/schema/notifications";
import { receipts } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import { approveBooking, readQr } from "@/lib/charging/bookings";
import { checkIn, finalizeSession } from "@/lib/charging/sessions";
import { FinalizeSession } from "@/lib/charging/sessions/schema";
import type { UserActor } from "@/lib/core/actor";
import { chooseChannels } from "@/lib/insight/inbox";
import { sendMessages } from "@/lib/insight/notifications";
import { textOfLetter } from "@/lib/insight/notifications/compose-letter";
import { renderLetter } from "@/lib/process/render-letter";
import { transportsOf } from "@/lib/process/transports";
import { deliverEvents } from "@/lib/records/outbox";

import { testDatabase } from "../../../support/database";
import { startMailServer } from "../../../support/mail-server";
import { sampleMails } from "../../../support/sample-mails";
import { hours, minutes } from "../../../support/test-clock";
import { makeUser } from "../../../support/world";
import { at, settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);

const { url, inbox } = await startMailServer();
const mail = transportsOf({ SMTP_URL: url, MAIL_FROM: "Baybook <b@bay.test>" });

beforeEach(async () => {
  await deliverEvents(s.job("outbox"));
  await db.delete(messages);
  inbox.length = 0;
});

/** The mails that came to a person, the oldest first. */
async function mailsTo(person: UserActor): Promise<ParsedMail[]> {
  await deliverEvents(s.job("outbox"));
  await sendMessages(s.job("messages"), mail);
  return inbox.filter(({ to }) => [to].flat().some((one) => one?.text === person.email));
}
const subjects = (mails: readonly ParsedMail[]) => mails.map(({ subject }) => subject);

describe("a mail", () => {
  it("is HTML and text of one content, with the calendar's event and a way to end such mails", async () => {
    const owner = await s.owner();
    const { id, number } = await s.book(owner, 30);
    await mailsTo(owner);
    await approveBooking(s.as(s.operator), { id });
    const [, approved] = await mailsTo(owner);
    if (!approved) throw new Error("No mail came.");
    expect(approved.from?.text).toBe('"Baybook" <b@bay.test>');
    for (const text of [approved.text, approved.html]) {
      expect(text).toContain(number);
      expect(text).toContain("http://baybook.test/owner");
      expect(text).toContain("http://baybook.test/notifications/settings");
      // By the station's clocks: 18:00 UTC is 2 PM in New York.
      expect(text).toMatch(/2:00\sPM/);
      expect(text).toContain("EDT");
    }
    const [calendar] = approved.attachments;
    expect(calendar?.contentType).toContain("text/calendar");
    expect(calendar?.content.toString()).toMatch(new RegExp(`^UID:${id}`, "m"));
    const { unsubscribe } = Object.fromEntries(approved.headers)["list"] as unknown as {
      unsubscribe: { url: string };
    };
    const link = new URL(unsubscribe.url);
    expect(link.pathname).toBe("/api/v1/unsubscribe");
    expect(link.searchParams.get("topic")).toBe("bookingConfirmation");
    expect(approved.headerLines.map(({ line }) => line)).toContain(
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    );
    expect(approved.text).toContain(`/unsubscribe?${link.searchParams}`);
  });

  it("shows a station's name as it is, whatever it would be as HTML", async () => {
    const name = `<img src=x onerror=alert(1)>"'&amp;`;
    const stationId = await s.station({ approval: "Auto" });
    await db.update(stations).set({ name });
    const owner = await s.owner();
    await s.book(owner, 34, 35, stationId);
    const [booked] = await mailsTo(owner);
    expect(booked?.subject).toContain(name);
    expect(booked?.text).toContain(name);
    expect(booked?.html).not.toContain("<img");
    expect(booked?.html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  it("is one an hour for staff who want that, of all that waits", async () => {
    s.clock.advance(minutes(10));
    await chooseChannels(s.as(s.operator), { hourlyDigest: true });
    const owner = await s.owner();
    const numbers = [await s.book(owner, 40), await s.book(owner, 44)].map(({ number }) => number);
    expect(await mailsTo(s.operator)).toEqual([]);
    s.clock.advance(hours(1));
    const mails = await mailsTo(s.operator);
    expect(subjects(mails)).toEqual(["2 things wait for you"]);
    for (const number of numbers) {
      expect(mails[0]?.html).toContain(number);
      expect(mails[0]?.text).toContain(number);
    }
    expect(await mailsTo(s.operator)).toHaveLength(1);
  });

  it("waits for the end of quiet hours", async () => {
    const owner = await s.owner();
    await chooseChannels(s.as(owner), { quietHours: { from: "07:00", to: "10:00" } });
    await s.book(owner, 30);
    expect(await mailsTo(owner)).toEqual([]);
    s.clock.advance(hours(2));
    expect(await mailsTo(owner)).toHaveLength(1);
  });
});

it("the mail of a session that is over brings its receipt, in its owner's language", async () => {
  const owner = await charged("en-XA");
  const mails = await mailsTo(owner);
  const done = mails.find(({ attachments }) => attachments.some(isPdf));
  const [file] = done?.attachments ?? [];
  const [receipt] = await db.select().from(receipts).where(eq(receipts.ownerId, owner.userId));
  expect(file?.filename).toBe(`${receipt?.number}.pdf`);
  expect(file?.content.subarray(0, 5).toString()).toBe("%PDF-");
  expect(file?.content.toString("latin1")).toContain("/Lang (en-XA)");
  expect(mails.filter(({ attachments }) => attachments.some(isPdf))).toHaveLength(1);
});

it("no receipt goes to somebody whose it is not", async () => {
  const owner = await charged("en");
  const other = await s.owner();
  await deliverEvents(s.job("outbox"));
  const { userId, email } = other;
  await db
    .update(messages)
    .set({ userId, recipient: email ?? "" })
    .where(and(eq(messages.userId, owner.userId), eq(messages.kind, "SessionCompleted")));
  const mails = await mailsTo(other);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.attachments).toEqual([]);
});

const isPdf = ({ contentType }: { contentType: string }) => contentType === "application/pdf";

/** An owner whose car has charged, and whose session is billed. */
async function charged(locale: string) {
  const owner = await makeUser(db, "EvOwner", { locale });
  const { id: bookingId } = await s.approved(owner, 4);
  const { token } = await readQr(s.as(owner), { id: bookingId });
  s.clock.set(at(4));
  await checkIn(s.as(s.operator), { qr: token });
  s.clock.advance(minutes(30));
  await finalizeSession(s.as(s.operator), FinalizeSession.parse({ bookingId, kWh: 12 }));
  return owner;
}

describe("the mail of each kind", () => {
  it.each(sampleMails())("%s says the same as HTML as it does as text", async (_name, letter) => {
    const html = await renderLetter(letter);
    const shown = html.replaceAll("&#x27;", "'").replaceAll("&amp;", "&").replaceAll("&quot;", '"');
    const text = textOfLetter(letter, true);
    const said = [
      ...letter.paragraphs,
      ...letter.facts.flatMap(({ label, value }) => [label, value]),
      ...letter.items.flatMap((item) => [item.title, item.text]),
      ...letter.after,
      letter.why,
      letter.button?.url ?? "",
      ...letter.links.map(({ url }) => url),
    ];
    for (const one of said) {
      expect(shown).toContain(one);
      expect(text).toContain(one);
    }
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).not.toMatch(/<(img|script|link)\b/);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it("runs from right to left in a language that does", async () => {
    const [[, letter] = []] = sampleMails();
    if (!letter) throw new Error("There are no mails.");
    expect(await renderLetter({ ...letter, direction: "rtl" })).toContain('dir="rtl"');
  });
});
