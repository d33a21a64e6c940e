import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { businesses } from "@/db/schema/businesses";
import { messages } from "@/db/schema/notifications";
import { reportSubscriptions } from "@/db/schema/reports";
import { stations } from "@/db/schema/stations";
import type { UserActor } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { chooseChannels, endEmails } from "@/lib/insight/inbox";
import { sendMessages } from "@/lib/insight/notifications";
import {
  endReportSubscription,
  mailReports,
  readReportSubscriptions,
  subscribeReport,
} from "@/lib/insight/reports";
import { SubscribeReport, type ReportName } from "@/lib/insight/reports/schema";
import { makeContext } from "@/lib/process/wiring";
import { transportsOf } from "@/lib/process/transports";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { startMailServer } from "../../../support/mail-server";
import { hours } from "../../../support/test-clock";
import { makeStation, makeUser, testConfig } from "../../../support/world";
import { refusal } from "../../charging/bookings/setting";
import { addSession, makePlace } from "./setting";

const { db } = await testDatabase();
/** A Wednesday; the Monday after it is June 8, 07:00 in New York. */
const clock = fileClock("2026-06-03T12:00:00Z");
const firstMonday = "2026-06-08T11:00:00.000Z";
const place = await makePlace(db, "Hudson");
const mail = await startMailServer();
const transports = transportsOf({ SMTP_URL: mail.url, MAIL_FROM: "Baybook <b@bay.test>" });

const days = (count: number) => hours(24 * count);
const as = (actor: Parameters<typeof makeContext>[0]["actor"]) =>
  makeContext({ db, actor, clock, config: testConfig });
const ask = (person: UserActor, set: Partial<SubscribeReport> & { report?: ReportName } = {}) =>
  subscribeReport(as(person), SubscribeReport.parse({ report: "revenue", ...set }));
const write = () => mailReports(as(jobActor("report-mails")));
const send = () => sendMessages(as(jobActor("messages")), transports);
const office = (businessId = place.businessId) => makeUser(db, "Backoffice", { businessId });
/** A station at which nothing ever happened. */
const bareStation = (name: string) =>
  makeStation(db, place.businessId, { name, connectors: 0, tariff: null });
const mailsTo = ({ email }: UserActor) =>
  mail.inbox.filter(({ to }) => [to].flat().some((one) => one?.text === email));

/** The week before June 8 is June 1 to 7: two sessions, and one of the week before; each day by New York's clocks. */
await addSession(db, place, "2026-06-01T04:00:00Z", { totalMinor: 1_000, energyWh: 20_000 });
await addSession(db, place, "2026-06-08T03:59:00Z", { totalMinor: 250, energyWh: 5_000 });
await addSession(db, place, "2026-06-01T03:59:00Z", { totalMinor: 700, energyWh: 10_000 });

beforeEach(async () => {
  await db.delete(reportSubscriptions);
  await db.delete(messages);
  mail.inbox.length = 0;
});

describe("a report that someone wants every Monday", () => {
  it("comes at seven by their business's clocks, with last week beside the week before, and a file", async () => {
    const reader = await office();
    expect(await ask(reader)).toMatchObject({ nextAt: firstMonday, timeZone: "America/New_York" });
    clock.set(new Date(Date.parse(firstMonday) - 1));
    expect(await write()).toEqual({ written: 0 });
    clock.set(firstMonday);
    expect(await write()).toEqual({ written: 1 });
    expect(await send()).toMatchObject({ sent: 1 });

    const [letter] = mailsTo(reader);
    expect(letter?.subject).toMatch(/^Revenue, June 1\s–\s7, 2026$/);
    for (const text of [letter?.text, letter?.html]) {
      expect(text).toContain("at all stations");
      expect(text).toContain("$12.50 (week before: $7.00)");
      expect(text).toContain("2 (week before: 1)");
      expect(text).toContain("25 (week before: 10)");
    }
    expect(letter?.text).toContain(
      "http://baybook.test/backoffice/reports?from=2026-06-01&to=2026-06-07",
    );
    const [file] = letter?.attachments ?? [];
    expect(file).toMatchObject({
      filename: "revenue-2026-06-01-2026-06-07.xlsx",
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
    expect(file?.content.subarray(0, 2).toString()).toBe("PK");
  });

  it("is taken as the file that was asked for", async () => {
    const reader = await office();
    await ask(reader, { format: "csv", groupBy: "station" });
    await ask(reader, { format: "pdf", report: "no-shows" });
    clock.set(firstMonday);
    await write();
    await send();
    const files = mailsTo(reader).flatMap(({ attachments }) => attachments);
    const csv = files.find(({ contentType }) => contentType === "text/csv")?.content.toString();
    expect(csv).toContain("Hudson One,2,25,12.50,0.00,USD");
    const pdf = files.find(({ contentType }) => contentType === "application/pdf");
    expect(pdf?.content.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("can be each of the reports, and tells its figures", async () => {
    const reader = await office();
    for (const report of SubscribeReport.shape.report.options) await ask(reader, { report });
    clock.set(firstMonday);
    expect(await write()).toEqual({ written: 9 });
    expect(await send()).toMatchObject({ sent: 9 });
    for (const { text } of mailsTo(reader)) expect(text).toMatch(/: \S+ \(week before: /);
  });

  it("comes once a Monday, however many workers there are", async () => {
    for (let count = 0; count < 5; count += 1) await ask(await office());
    clock.set(firstMonday);
    const runs = await Promise.all([write(), write(), write()]);
    expect(runs.reduce((sum, { written }) => sum + written, 0)).toBe(5);
    expect(await write()).toEqual({ written: 0 });
    clock.advance(days(6));
    expect(await write()).toEqual({ written: 0 });
    clock.advance(days(1));
    expect(await write()).toEqual({ written: 5 });
  });

  it("comes once, the newest, where no worker ran for weeks", async () => {
    const reader = await office();
    await ask(reader);
    clock.set("2026-07-02T12:00:00Z");
    expect(await write()).toEqual({ written: 1 });
    await send();
    expect(mailsTo(reader)[0]?.subject).toMatch(/^Revenue, June 22\s–\s28, 2026$/);
  });

  it("asked for on a Monday after seven begins the week after", async () => {
    clock.set("2026-06-08T11:00:00Z");
    const reader = await office();
    expect((await ask(reader)).nextAt).toBe("2026-06-15T11:00:00.000Z");
    expect(await write()).toEqual({ written: 0 });
  });

  it("comes once in a week in which the business's clocks are others", async () => {
    const { businessId } = await makePlace(db, "Wanderer", "America/New_York");
    const move = (timeZone: string) =>
      db.update(businesses).set({ timeZone }).where(eq(businesses.id, businessId));
    await ask(await office(businessId));
    // To the east: seven was there earlier.
    clock.set("2026-06-08T06:00:00Z");
    await move("Europe/London");
    expect(await write()).toEqual({ written: 1 });
    // And back to the west, where it is seven once more.
    await move("America/Los_Angeles");
    clock.set("2026-06-08T14:00:00Z");
    expect(await write()).toEqual({ written: 0 });
    clock.set("2026-06-15T13:59:59Z");
    expect(await write()).toEqual({ written: 0 });
    clock.set("2026-06-15T14:00:00Z");
    expect(await write()).toEqual({ written: 1 });
  });

  it("comes to an administrator by the platform's clocks, of all businesses", async () => {
    const admin = await makeUser(db, "SystemAdmin");
    expect(await ask(admin)).toMatchObject({ nextAt: "2026-06-08T07:00:00.000Z", timeZone: "UTC" });
    clock.set("2026-06-08T07:00:00Z");
    expect(await write()).toEqual({ written: 1 });
    await send();
    expect(mailsTo(admin)[0]?.text).toContain("http://baybook.test/admin/reports?from=2026-06-01");
  });

  it("is in the reader's language, and waits for the end of their quiet hours", async () => {
    const reader = await makeUser(db, "Backoffice", {
      businessId: place.businessId,
      locale: "en-XA",
    });
    await ask(reader);
    await chooseChannels(as(reader), { quietHours: { from: "22:00", to: "08:30" } });
    clock.set(firstMonday);
    expect(await write()).toEqual({ written: 1 });
    expect(await send()).toMatchObject({ sent: 0 });
    clock.advance(hours(1.5));
    expect(await send()).toMatchObject({ sent: 1 });
    expect(mailsTo(reader)[0]?.subject).toMatch(/Ŕéṽéñûé/);
  });
});

describe("nobody is mailed what they may not read", () => {
  const lose = (reader: UserActor, set: Partial<typeof users.$inferInsert>) =>
    db.update(users).set(set).where(eq(users.id, reader.userId));

  it.each([
    ["who was deactivated", { status: "Deactivated" as const }],
    ["who works at the gate now", { role: "Operator" as const }],
  ])("%s, when the mail is written", async (_who, set) => {
    const reader = await office();
    await ask(reader);
    await lose(reader, set);
    clock.set(firstMonday);
    expect(await write()).toEqual({ written: 0 });
    // What they missed does not come later.
    await lose(reader, { status: "Active", role: "Backoffice" });
    expect(await write()).toEqual({ written: 0 });
    clock.advance(days(7));
    expect(await write()).toEqual({ written: 1 });
  });

  it("nor when it goes out, though it was written before", async () => {
    const reader = await office();
    await ask(reader);
    clock.set(firstMonday);
    await write();
    await lose(reader, { status: "Deactivated" });
    expect(await send()).toMatchObject({ sent: 0, gone: 1 });
    expect(mail.inbox).toEqual([]);
    const [row] = await db.select().from(messages);
    expect(row).toMatchObject({ status: "Gone", values: {} });
  });

  it("of another business, once they work there", async () => {
    const reader = await office();
    const other = await makePlace(db, "Mohawk");
    await ask(reader);
    await lose(reader, { businessId: other.businessId });
    clock.set(firstMonday);
    await write();
    await send();
    const [letter] = mailsTo(reader);
    expect(letter?.text).toContain("Sessions: 0 (week before: 0)");
    expect(letter?.text).not.toContain("12.50");
  });

  it("of a station that left the business, while their other reports come", async () => {
    const reader = await office();
    const { id: stationId } = await bareStation("Pier");
    await ask(reader, { stationId });
    await ask(reader);
    clock.set(firstMonday);
    const other = await makePlace(db, "Oneida");
    await db
      .update(stations)
      .set({ businessId: other.businessId })
      .where(eq(stations.id, stationId));
    expect(await write()).toEqual({ written: 1 });
    await send();
    expect(mailsTo(reader).map(({ text }) => text?.includes("at all stations"))).toEqual([true]);
  });

  it("of a station that is no more: what was asked for of it goes with it", async () => {
    const reader = await office();
    const { id: stationId } = await bareStation("Shed");
    expect(await ask(reader, { stationId })).toMatchObject({ stationId, stationName: "Shed" });
    await db.delete(stations).where(eq(stations.id, stationId));
    // It does not turn into a report of all stations.
    expect(await readReportSubscriptions(as(reader))).toEqual([]);
    clock.set(firstMonday);
    expect(await write()).toEqual({ written: 0 });
  });
});

describe("what comes by mail is one's own choice", () => {
  it("ends with one click, without a login, and comes again when it is asked for", async () => {
    const reader = await office();
    const { id } = await ask(reader);
    clock.set(firstMonday);
    await write();
    await send();
    const [letter] = mailsTo(reader);
    const { unsubscribe } = Object.fromEntries(letter?.headers ?? [])["list"] as unknown as {
      unsubscribe: { url: string };
    };
    expect(letter?.headerLines.map(({ line }) => line)).toContain(
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    );
    const { key = "", topic } = Object.fromEntries(new URL(unsubscribe.url).searchParams);
    expect(topic).toBe("reports");
    await endEmails(as({ kind: "Anonymous" }), { key, topic: "reports" });
    clock.advance(days(7));
    expect(await write()).toEqual({ written: 0 });
    await endReportSubscription(as(reader), { id });
    await ask(reader);
    clock.advance(days(7));
    expect(await write()).toEqual({ written: 1 });
  });

  it("removed before its mail goes out, it goes out no more", async () => {
    const reader = await office();
    const { id } = await ask(reader);
    clock.set(firstMonday);
    await write();
    await endReportSubscription(as(reader), { id });
    expect(await send()).toMatchObject({ sent: 0, gone: 1 });
    expect(await readReportSubscriptions(as(reader))).toEqual([]);
  });

  it("is refused twice, beyond ten, at a station out of reach, and to be ended by another", async () => {
    const reader = await office();
    const other = await makePlace(db, "Seneca");
    const { id } = await ask(reader);
    expect(await refusal(ask(reader))).toBe("report_subscription.exists");
    expect(await refusal(ask(reader, { stationId: other.stationId }))).toBe("station.not_found");
    const colleague = await office();
    expect(await refusal(endReportSubscription(as(colleague), { id }))).toBe(
      "report_subscription.not_found",
    );
    expect(await readReportSubscriptions(as(colleague))).toEqual([]);
    const formats = SubscribeReport.shape.format.unwrap().options;
    const others = SubscribeReport.shape.report.options.flatMap((report) =>
      formats.map((format) => ({ report, format })),
    );
    const asked = await Promise.all(others.map((one) => refusal(ask(reader, one))));
    expect(asked.filter((said) => said === "done")).toHaveLength(9);
    expect(await readReportSubscriptions(as(reader))).toHaveLength(10);
    expect(await refusal(ask(reader, { report: "owners", groupBy: "month" }))).toBe(
      "report_subscription.too_many",
    );
  });

  it.each(["Operator", "EvOwner"] as const)("is nothing for an %s", async (role) => {
    const person = await makeUser(db, role);
    expect(await refusal(ask(person))).toBe("request.forbidden");
    expect(await refusal(readReportSubscriptions(as(person)))).toBe("request.forbidden");
  });
});
