import { expect, type Page, test } from "@playwright/test";

import { bookAt, clientOf, office, ownStation } from "./office";
import { comeAs, demoPassword, people } from "./people";
import { untilSettled } from "./settled";

// Late in the alphabet on purpose: what it leaves behind, in no language, is not for the walk through words to find.

/** What people could type that a page must show and never run. Each would call `alert` with its own number. */
const typed = {
  script: "<script>alert(1)</script>",
  image: "<img src=x onerror=alert(2)>",
  broken: `"><svg onload=alert(3)>`,
  link: "javascript:alert(4)",
  template: "${alert(5)} {{constructor.constructor('alert(5)')()}}",
  frame: `</title></textarea><iframe srcdoc="<script>alert(6)</script>">`,
};
const { script, image, broken, link, template, frame } = typed;

/** Fills every text that the API takes with them, as the office, an owner, a stranger and the admin. */
async function fill(page: Page) {
  const api = await office(page);
  const station = await ownStation(page);
  const [soon, other, later, kept] = station.slots.slice(30);
  if (!soon || !other || !later || !kept) throw new Error("no slots");
  await api.send("PUT", `/stations/${station.id}`, {
    name: `Yard ${script}`,
    address: broken,
    description: `${frame}\n${link}`,
    amenities: [image, template],
  });
  await api.send("POST", `/stations/${station.id}/holds`, {
    startsAt: later.startsAt,
    endsAt: later.endsAt,
    connectors: 1,
    reason: `Hold ${image}`,
  });
  const cancelled = await bookAt(page, station.id, soon);
  const refused = await bookAt(page, station.id, other);
  const owner = await clientOf(page, cancelled.nic);
  const name = `Dora ${image}`;
  await owner.send("PUT", `/owners/${cancelled.nic}`, { name });
  await owner.send("PUT", `/bookings/${cancelled.id}/cancel`, { reason: `Cancelled ${broken}` });
  const { startsAt, endsAt } = kept;
  await owner.send("POST", "/bookings", { stationId: station.id, startsAt, endsAt });
  await api.send("PUT", `/bookings/${refused.id}/reject`, { reason: `Rejected ${frame}` });
  const operator = await api.send<{ id: string }>("POST", "/operators", {
    name: `Otto ${broken}`,
    email: `${crypto.randomUUID()}@example.test`,
    phone: "+12125550188",
    stationIds: [station.id],
  });
  const admin = await clientOf(page, people.admin.email);
  const { id: business } = await admin.send<{ id: string }>("POST", "/businesses", {
    businessName: `Firm ${script}`,
    contact: {
      name: `Cora ${broken}`,
      email: `${crypto.randomUUID()}@example.test`,
      phone: "+12125550189",
    },
    billing: { address: frame, taxId: template },
    timeZone: "America/New_York",
  });
  const draft = await admin.send<{ id: string }>("POST", "/content/versions", {
    kind: "contact",
    locale: "en",
  });
  const body = `# ${script}\n\n${image}\n\n[a](${link}) ${broken}\n\n${frame}\n\n${template}`;
  await admin.send("PUT", `/content/versions/${draft.id}`, { body });
  return { station, cancelled, refused, operator, business, draft, name };
}

/** What a page shows of a text, in its words or in a field. */
const shows = (page: Page, text: string) =>
  page.evaluate((text) => {
    const fields = [...document.querySelectorAll("input, textarea")];
    const said = [
      document.body.innerText,
      ...fields.map((field) => (field as HTMLInputElement).value),
    ];
    return said.some((one) => one.includes(text));
  }, text);

/** Whatever of the page could only have been made of a typed text. */
const made = (page: Page) =>
  page.evaluate(() => [
    ...[...document.querySelectorAll("[onload], [onerror], iframe, a[href^='javascript:' i]")].map(
      ({ outerHTML }) => outerHTML,
    ),
    ...[...document.scripts]
      .map(({ text }) => text.trim())
      .filter((text) => text.startsWith("alert")),
  ]);

test("scripts in whatever people type are shown as typed, and nothing of them is made or run", async ({
  page,
}) => {
  // A walk through the pages of every role.
  test.slow();
  const faults: string[] = [];
  page.on("dialog", (dialog) => {
    faults.push(`${page.url()}: a dialog, ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (said) => {
    // What the policy held back tried to run all the same.
    if (/content security policy/i.test(said.text())) faults.push(`${page.url()}: ${said.text()}`);
  });
  const { station, cancelled, refused, operator, business, draft, name } = await fill(page);

  const walk = async (pages: readonly (readonly [path: string, ...texts: string[]])[]) => {
    for (const [path, ...texts] of pages) {
      await page.goto(path, { waitUntil: "domcontentloaded" });
      await untilSettled(page);
      for (const text of texts) {
        await expect.poll(() => shows(page, text), `${path} shows ${text}`).toBe(true);
      }
      faults.push(...(await made(page)).map((one) => `${path}: ${one}`));
    }
  };
  const yard = `Yard ${script}`;
  await walk([
    [`/?search=${encodeURIComponent(yard)}`, yard, broken],
    [`/stations/${station.id}`, yard, broken, frame, link, image, template],
    [`/login?next=${encodeURIComponent(link)}`],
  ]);

  await comeAs(page, "backoffice");
  const cancelling = `Cancelled ${broken}`;
  await walk([
    [`/backoffice/stations?search=${encodeURIComponent(yard)}`, yard],
    [`/backoffice/stations/${station.id}`, yard, broken],
    [`/backoffice/stations/${station.id}/edit`, yard, broken, frame, image],
    [`/backoffice/stations/${station.id}/schedule`, yard, `Hold ${image}`],
    [`/backoffice/bookings?stationId=${station.id}`, yard, name],
    [`/backoffice/bookings/${cancelled.id}`, yard, name, cancelling],
    [`/backoffice/bookings/${refused.id}`, yard, `Rejected ${frame}`],
    ["/backoffice/operators", `Otto ${broken}`],
    [`/backoffice/operators/${operator.id}`, `Otto ${broken}`],
    [`/backoffice/search?q=${encodeURIComponent(script)}`, script],
    ["/backoffice/audits", cancelling],
  ]);

  await comeAs(page, "admin");
  const firm = `Firm ${script}`;
  await walk([
    ["/admin/requests", firm],
    [`/admin/businesses/${business}`, firm, `Cora ${broken}`, frame, template],
    ["/admin/audits", cancelling],
    [`/admin/search?q=${encodeURIComponent(image)}`, image],
    [`/admin/content/${draft.id}`, script, image, broken, frame, template],
  ]);
  await page.request.delete(`/api/v1/content/versions/${draft.id}`, {
    headers: { origin: new URL(page.url()).origin },
  });

  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill(cancelled.nic);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/owner");
  await walk([["/owner", name, yard]]);
  expect(faults).toEqual([]);
});
