import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readHealth } from "@/lib/jobs/read-health";
import { HealthDetails } from "@/lib/jobs/schema";

export const GET = endpoint({
  tag: "Health",
  summary: "Read how database, queues and jobs do",
  permission: "health.read",
  returns: HealthDetails,
  run: (ctx) => readHealth(ctx),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
