import { showSchedule } from "@/app/_console/stations/show-schedule";
import { page, pageTitle } from "@/lib/http/page";
import { readManagedStation } from "@/lib/sites/stations";

export const generateMetadata = pageTitle(
  async (ctx, { params }) => (await readManagedStation(ctx, params.id ?? "")).name,
);

export default page({
  area: "backoffice",
  permission: "schedule.manage",
  run: (ctx, { params }) => showSchedule(ctx, "backoffice", params.id ?? ""),
});
