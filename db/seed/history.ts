import { importSessions } from "@/lib/charging/sessions";
import { anonymous } from "@/lib/core/actor";
import { addDays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { jobActor } from "@/lib/core/job-actor";
import { approveBusiness, requestBusiness } from "@/lib/people/businesses";

import { pastSessionsCsv, siteCsv } from "./data";
import { demoPassword } from "./people";

/** Who runs the car parks of Perth & Kinross in the demo; invented. Its office is one of the demo's logins. */
const council = {
  businessName: "Tay Valley Charging",
  contact: { name: "Isla Drummond", email: "history@demo.baybook.test", phone: "+441738555014" },
  billing: { address: "2 High Street, Perth PH1 5PH" },
  timeZone: "Europe/London",
};

/** The last day of the file, as the calendar has it. */
const lastDay = "2019-08-31";

/** A business with a real year of charging (data/README.md), whose last days are those before `now`. */
export async function makeHistory(ctx: Context, now: Date, log: (line: string) => void) {
  const { id: businessId } = await requestBusiness({ ...ctx, actor: anonymous }, council);
  await approveBusiness(ctx, { id: businessId, temporaryPassword: demoPassword });
  const { imported, refused, duplicates } = await importSessions(
    // Today, however long ago the business is said to have come: what is still to come would be refused.
    { ...ctx, actor: jobActor("import"), clock: { ...ctx.clock, now: () => now } },
    {
      source: moved(pastSessionsCsv(), now),
      businessId,
      sites: siteCsv(),
      pricing: { mode: "Energy", perKwh: "0.30", currency: "GBP", taxPercent: 20 },
    },
  );
  log(`${council.businessName}: ${imported} past sessions, ${refused + duplicates} rows left out`);
}

/**
 * The file with its days moved by whole weeks to the year that ends yesterday, without those that would still be to
 * come; and with day and month where they belong, so that a moved day is not taken for an exchanged one.
 */
function moved(csv: string, now: Date): string {
  const yesterday = new Date(now.getTime() - dayMs).toISOString().slice(0, 10);
  const weeks = Math.ceil((Date.parse(yesterday) - Date.parse(lastDay)) / (7 * dayMs));
  const [head = "", ...rows] = csv
    .replaceAll(/(\d{4})-(\d\d)-(\d\d)T00:00:00/g, (_, year, month, day) => {
      const real = Number(day) <= 12 ? `${year}-${day}-${month}` : `${year}-${month}-${day}`;
      return `${addDays(real, 7 * weeks)}T00:00:00`;
    })
    .split("\n");
  const isPast = (row: string) =>
    [...row.matchAll(/(\d{4}-\d\d-\d\d)T00:00:00/g)].every(([, day = ""]) => day <= yesterday);
  return [head, ...rows.filter(isPast)].join("\n");
}
