// Written by `npm run generate`: every catalogue file of this language.
import { together } from "../../together";
import accounts from "./accounts.json";
import audit from "./audit.json";
import bookings from "./bookings.json";
import broker from "./broker.json";
import businesses from "./businesses.json";
import content from "./content.json";
import drivers from "./drivers.json";
import files from "./files.json";
import ground from "./ground.json";
import inbox from "./inbox.json";
import notifications from "./notifications.json";
import outbox from "./outbox.json";
import passkeys from "./passkeys.json";
import queue from "./queue.json";
import reports from "./reports.json";
import reviews from "./reviews.json";
import schedules from "./schedules.json";
import search from "./search.json";
import sessions from "./sessions.json";
import settings from "./settings.json";
import stations from "./stations.json";
import suggestions from "./suggestions.json";
import tariffs from "./tariffs.json";
import waiting from "./waiting.json";
import webhooks from "./webhooks.json";

export const messages = together(
  accounts,
  audit,
  bookings,
  broker,
  businesses,
  content,
  drivers,
  files,
  ground,
  inbox,
  notifications,
  outbox,
  passkeys,
  queue,
  reports,
  reviews,
  schedules,
  search,
  sessions,
  settings,
  stations,
  suggestions,
  tariffs,
  waiting,
  webhooks,
);
