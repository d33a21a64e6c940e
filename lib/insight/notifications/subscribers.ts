import type { Subscriber } from "@/lib/records/outbox/inside";
import type { EventType } from "@/lib/words";

import { beginMailing } from "./begin-mailing";
import { notices } from "./choose-notices";
import { planAllReminders, planReminders } from "./plan-reminders";
import { letters } from "./choose-letters";
import { tellOfAll, tellPeople } from "./tell-people";
import { writeMessage } from "./write-message";

/** Whoever an event has words for is told; of some, everybody. */
export const subscribers: readonly Subscriber[] = [
  { name: "mailings", on: ["content.published"], run: beginMailing },
  { name: "notifications", on: Object.keys(letters) as EventType[], run: writeMessage },
  {
    name: "notices",
    on: [...(Object.keys(notices) as EventType[]), "booking.conflict_settled"],
    run: tellPeople,
    runTogether: tellOfAll,
  },
  {
    name: "reminders",
    on: [
      "booking.approved",
      "booking.changed",
      "booking.canceled",
      "booking.no_show",
      "session.started",
    ],
    run: planReminders,
    runTogether: planAllReminders,
  },
];
