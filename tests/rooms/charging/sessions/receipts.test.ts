import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { receipts } from "@/db/schema/sessions";
import { readReceipt, readReceiptPage, readReceiptPdf } from "@/lib/charging/sessions";
import { composeReceipt } from "@/lib/charging/sessions/compose-receipt";
import { describeReceipt, lineWords, readerOf } from "@/lib/charging/sessions/describe-receipt";
import { drawReceipt } from "@/lib/charging/sessions/draw-receipt";
import { IssuedReceipt, type IssuedLine } from "@/lib/charging/sessions/schema";
import type { SessionRow } from "@/lib/charging/sessions/store/sessions";
import { viewReceipt } from "@/lib/charging/sessions/view";
import { makeContext } from "@/lib/process/wiring";
import { sample } from "@/lib/words";

import { makeSampleWorld } from "../../../api/openapi/sample-world";
import { testDatabase } from "../../../support/database";
import { sampleReceipt } from "../../../support/sample-receipt";
import { namesByScript, type Names } from "../../../support/scripts-of-the-world";
import { energyTariff, testConfig } from "../../../support/world";

const { db } = await testDatabase();
const english = readerOf("en");
const money = (amount: string, currency = "USD") => ({ amount, currency });
const latin = namesByScript.latin as Names;

/** A receipt of a session with these parts. */
function issued(parts: Partial<SessionRow>): IssuedReceipt {
  const row = {
    startedAt: new Date("2026-07-01T15:00:00Z"),
    currency: "USD",
    energyWh: null,
    energyMinor: 0,
    timeMinor: 0,
    feeMinor: 0,
    paymentMode: null,
    tariff: energyTariff,
    standard: null,
    connectorStandards: ["IEC_62196_T2_COMBO", "CHADEMO"],
    ...parts,
  } as SessionRow;
  const endedAt = new Date("2026-07-01T16:05:00Z");
  return viewReceipt(row, {
    number: "R-1",
    issuedAt: endedAt,
    endedAt,
    business: { name: "B", address: null, taxId: null },
  });
}

describe("the lines of a receipt", () => {
  it("say the plug that was booked, or all of the connector's", () => {
    const plugsIn = (parts: Partial<SessionRow>) =>
      describeReceipt(issued(parts), readerOf("en")).facts.find(([name]) => name === "Connector");
    const connectorNumber = 3;
    expect(plugsIn({ connectorNumber })).toEqual(["Connector", "3 · CCS 2 or CHAdeMO"]);
    const booked = plugsIn({ connectorNumber, standard: "CHADEMO" });
    expect(booked).toEqual(["Connector", "3 · CHAdeMO"]);
  });

  it("are kinds and numbers", () => {
    const energy = issued({ energyWh: 18_200, energyMinor: 819 });
    expect(energy.lines).toEqual([
      { kind: "Energy", values: { kWh: 18.2, perKwh: money("0.45") }, amount: money("8.19") },
    ]);
    const byHalfHours = { ...energyTariff, mode: "Time" as const, billingIncrementMinutes: 30 };
    const tariff = { ...byHalfHours, perHourMinor: 350 };
    expect(issued({ timeMinor: 525, tariff }).lines).toEqual([
      {
        kind: "Time",
        values: { minutes: 90, perHour: money("3.50"), incrementMinutes: 30, increments: 3 },
        amount: money("5.25"),
      },
    ]);
    const bySeconds = { ...tariff, billingIncrementMinutes: null };
    expect(issued({ timeMinor: 379, tariff: bySeconds }).lines).toMatchObject([
      { values: { minutes: 65, incrementMinutes: null, increments: null } },
    ]);
    const hybrid = { ...energyTariff, mode: "Hybrid" as const, minimumFeeMinor: 400 };
    expect(
      issued({ energyWh: 2_500, energyMinor: 113, feeMinor: 287, tariff: hybrid }).lines,
    ).toMatchObject([
      { kind: "Energy" },
      { kind: "MinimumFee", values: { minimumFee: money("4.00") }, amount: money("2.87") },
    ]);
    const flat = { ...energyTariff, mode: "Flat" as const, feeMinor: 750 };
    expect(issued({ feeMinor: 750, tariff: flat }).lines).toEqual([
      { kind: "SessionFee", values: {}, amount: money("7.50") },
    ]);
    expect(issued({}).lines).toEqual([{ kind: "FreeOfCharge", values: {}, amount: money("0.00") }]);
  });

  it.each<[IssuedLine, string]>([
    [
      { kind: "Energy", values: { kWh: 18.2, perKwh: money("0.45") }, amount: money("8.19") },
      "Energy, 18.2 kWh at $0.45/kWh",
    ],
    [
      {
        kind: "Time",
        values: { minutes: 90, perHour: money("3.50"), incrementMinutes: 30, increments: 3 },
        amount: money("5.25"),
      },
      "Time at $3.50/h, rounded up to 30 minutes",
    ],
    [
      {
        kind: "Time",
        values: {
          minutes: 65,
          perHour: money("350", "JPY"),
          incrementMinutes: null,
          increments: null,
        },
        amount: money("379", "JPY"),
      },
      "Time at ¥350/h",
    ],
    [{ kind: "SessionFee", values: {}, amount: money("7.50") }, "Session fee"],
    [
      { kind: "MinimumFee", values: { minimumFee: money("4.00") }, amount: money("2.87") },
      "Top-up to the minimum charge",
    ],
    [{ kind: "FreeOfCharge", values: {}, amount: money("0.00") }, "Charging, free of charge"],
    [{ kind: "Written", values: { text: "Energy" }, amount: money("1.00") }, "Energy"],
  ])("are worded when they are read: %s", (line, words) => {
    expect(lineWords(line, english)).toBe(words);
    const marked = lineWords(line, readerOf("en-XA"));
    if (line.kind === "Written") expect(marked).toBe(words);
    else expect(marked).not.toBe(words);
  });
});

const links = { pdf: "https://baybook.test/r.pdf", back: "https://baybook.test/back?a=1&b" };

describe("a receipt's words", () => {
  it("say times with the zone, money with all of its places, and how long it took", () => {
    const text = describeReceipt(sampleReceipt(latin), english);
    expect(Object.fromEntries(text.facts)).toMatchObject({
      Issued: expect.stringMatching(/^July 1, 2026 at 12:05\sPM GMT-4$/),
      Driver: "Zoë Łukasiewicz-Nguyễn",
      "Time zone": "Eastern Time (GMT-4)",
      Duration: "1 hr 5 min",
      Energy: "18.2 kWh",
    });
    expect(text.payment).toEqual([
      ["Paid by card", "$20.00"],
      ["Change", "$9.11"],
    ]);
    const large = { ...sampleReceipt(latin), total: money("1234567890.125", "KWD") };
    expect(describeReceipt(large, english).total).toEqual(["Total", "KWD\u00A01,234,567,890.125"]);
    const unmetered = { ...sampleReceipt(latin), kWh: null, minutes: 0.4 };
    expect(Object.fromEntries(describeReceipt(unmetered, english).facts)).toMatchObject({
      Duration: "0 min",
      Energy: "not metered",
    });
  });

  it.each([
    ["Asia/Colombo", "en", "India Standard Time (GMT+5:30)"],
    ["Europe/Berlin", "en", "Central European Time (GMT+2)"],
    ["UTC", "en", "Coordinated Universal Time (GMT+0)"],
    ["Etc/GMT+5", "en", "GMT-5"],
    ["Asia/Colombo", "de", "Indische Normalzeit (GMT+5:30)"],
  ])("call the zone %s as its readers of %s do: %s", (timeZone, locale, words) => {
    const receipt = sampleReceipt({ ...latin, timeZone });
    const { facts } = describeReceipt(receipt, { ...english, locale: locale as "en" });
    expect(Object.fromEntries(facts)["Time zone"]).toBe(words);
  });

  it.each([
    ["cash", "Paid in cash"],
    ["wallet", "Paid from the wallet"],
  ] as const)("say how it was paid: %s", (mode, words) => {
    const receipt = sampleReceipt(latin);
    const { payment } = describeReceipt(
      { ...receipt, payment: { ...receipt.payment, mode } },
      english,
    );
    expect(payment[0]?.[0]).toBe(words);
  });

  it("leave no English in another language", () => {
    const { title, facts, sums, total, payment } = describeReceipt(
      sampleReceipt(latin),
      readerOf("en-XA"),
    );
    const labels = [title, ...[...facts, ...sums, total, ...payment].map(([label]) => label)];
    for (const label of labels) expect(label).toMatch(/^\[.*\]$/);
  });

  it("are a page in its language and direction, with nothing of a name run as HTML", () => {
    const names = { ...latin, owner: `<img src=x onerror="alert('&')">` };
    const html = composeReceipt(sampleReceipt(names), readerOf("en-XA"), links);
    expect(html).toContain('<html lang="en-XA" dir="ltr">');
    const other = composeReceipt(sampleReceipt(names), { ...english, direction: "rtl" }, links);
    expect(other).toContain('<html lang="en" dir="rtl">');
    expect(html).toContain('<a href="https://baybook.test/back?a=1&amp;b">');
    expect(html).toContain('<a href="https://baybook.test/r.pdf" type="application/pdf">');
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;");
  });
});

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length;

it.each(Object.keys(namesByScript))(
  "F5: a PDF in %s is one page, also of the longest names",
  async (script) => {
    const names = namesByScript[script] as Names;
    expect(pagesOf(await drawReceipt(sampleReceipt(names), english))).toBe(1);
    const long = Object.fromEntries(
      Object.entries(names).map(([key, text]) => [
        key,
        /timeZone|currency/.test(key) ? text : `${text} `.repeat(40).slice(0, 500),
      ]),
    ) as unknown as Names;
    expect(pagesOf(await drawReceipt(sampleReceipt(long), english))).toBe(1);
  },
);

describe("a receipt that was issued in sentences", () => {
  it("is read as it was written, and stays so", async () => {
    const callers = await makeSampleWorld(db);
    const { lines: _, ...rest } = sampleReceipt(latin);
    const lines = [{ text: "Energy, 18.2 kWh at $0.45/kWh", amount: money("8.19") }];
    const content = { ...rest, number: sample.receiptNumber, lines };
    const where = eq(receipts.number, sample.receiptNumber);
    await db.update(receipts).set({ content }).where(where);

    const ctx = makeContext({ db, actor: callers.EvOwner, config: testConfig, locale: "en-XA" });
    const input = { number: sample.receiptNumber };
    expect(await readReceipt(ctx, input)).toEqual({
      ...content,
      lines: [{ kind: "Written", values: { text: lines[0]?.text }, ...lines[0] }],
    });
    const page = String((await readReceiptPage(ctx, input)).content);
    expect(page).toContain("Energy, 18.2 kWh at $0.45/kWh");
    expect(pagesOf((await readReceiptPdf(ctx, input)).content as Uint8Array)).toBe(1);
    const [kept] = await db.select().from(receipts).where(where);
    expect(kept?.content).toEqual(content);
  });

  it("is told from one that is broken", () => {
    const { lines: _, ...rest } = sampleReceipt(latin);
    const broken = { ...rest, lines: [{ kind: "Energy", amount: money("1.00") }] };
    expect(IssuedReceipt.safeParse(broken).success).toBe(false);
  });
});
