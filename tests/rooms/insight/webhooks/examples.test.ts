import { beforeEach, expect, it } from "vitest";

import { webhooks } from "@/db/schema/webhooks";
import { exampleOf, webhookExamples } from "@/lib/http/openapi-webhooks";
import type { NewEvent } from "@/lib/records/outbox/inside";
import { publishEvent } from "@/lib/records/outbox/inside";
import { deliverEvents } from "@/lib/records/outbox";
import { jobActor } from "@/lib/core/job-actor";
import { testWebhook } from "@/lib/insight/webhooks";
import { testType } from "@/lib/insight/webhooks/schema";
import { eventPayloads, outwardTypes, type EventType } from "@/lib/words";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { startReceiver } from "../../../support/receiver";
import { testStart } from "../../../support/world";
import { makeWebhookWorld } from "./setting";

const { db } = await testDatabase();
const world = await makeWebhookWorld(db, fileClock(testStart));
beforeEach(() => db.delete(webhooks));

it.each(Object.entries(webhookExamples))(
  "the document's example of %s is what a webhook is sent",
  async (type, data) => {
    const receiver = await startReceiver();
    const { id } = await world.add(receiver.url, [...outwardTypes]);
    if (type === testType) {
      await testWebhook(world.office, { id });
    } else {
      // What a room cannot publish is no example of what it does.
      const payload = eventPayloads[type as EventType].strict().parse(data);
      const outbox = { ...world.office, actor: jobActor("outbox") };
      const event = { type, payload, businessId: world.businessId } as NewEvent;
      await publishEvent(outbox, event);
      await deliverEvents(outbox);
    }
    await world.send();
    const [sent] = receiver.events();
    const shown = exampleOf(type, data, "http://baybook.test");
    // But for which event, whose, and when; and which webhook is tested.
    const own = { id: expect.any(String), businessid: world.businessId, time: expect.any(String) };
    const tested = { subject: `webhook/${id}`, data: { webhookId: id } };
    expect(sent).toEqual({ ...shown, ...own, ...(type === testType && tested) });
  },
);
