import { dateFormat } from "@/lib/core/date-format";
import { longInstant, toldClock } from "@/lib/core/told-clock";
import { clockIn, type HourCycle } from "@/lib/core/units";
import {
  pathOf,
  preferencesPath,
  unsubscribePath,
  wordMoney,
  wordNotice,
  wordPlace,
} from "@/lib/insight/inbox/inside";
import { noticeKind, type NoticeKind } from "@/lib/insight/inbox/schema";
import { role } from "@/lib/people/accounts/schema";
import { defaultLocale, isLocale, languages, sayIn, type Locale } from "@/lib/words/say";

import { buttonOf, factsOf, type Fact } from "./choose-facts";
import { composeReport } from "./compose-report";
import { isEssential } from "./rules";
import type { Letter, LetterLink, MessageKind } from "./schema";
import type { MessageRow } from "./store/messages";

export type Wordable = Pick<MessageRow, "kind" | "locale" | "values">;
type Values = MessageRow["values"];

/** The language of a message, or the one that all are translated from where it is no more. */
export const localeOf = ({ locale }: Pick<MessageRow, "locale">): Locale =>
  isLocale(locale) ? locale : defaultLocale;

/** By which clock its reader is told times: as they chose, else as is usual where the times are. */
export const clockOf = (message: Wordable): HourCycle =>
  toldClock(message.values.clock, {
    locale: localeOf(message),
    timeZone: message.values.timeZone ?? "UTC",
  });

/** An email's content. */
export function composeLetter(message: Wordable): Letter {
  const notice = noticeKind.safeParse(message.kind);
  if (notice.success) return ofNotice(message, notice.data);
  return message.kind === "WeeklyReport" ? ofReport(message) : ofAccount(message);
}

/** What waited for one recipient's digest, as one letter. */
export function composeDigest(messages: readonly Wordable[]): Letter {
  const [first] = messages;
  if (!first) throw new Error("There is nothing to tell.");
  const items = messages.map((message) => {
    const { subject, paragraphs, button } = composeLetter({ ...message, locale: first.locale });
    return { title: subject, text: paragraphs.join(" "), link: button };
  });
  const subject = sayIn(localeOf(first))("letters.digest", { count: messages.length });
  return { ...frameOf(first), subject, items };
}

/** The letter as plain text; `isWhole` with its foot. */
export function textOfLetter(letter: Letter, isWhole = false): string {
  const { greeting, paragraphs, items, facts, button, after, signature, why, links } = letter;
  const parts = [
    greeting,
    ...paragraphs,
    ...items.map(({ title, text, link }) => [title, text, link?.url].filter(Boolean).join("\n")),
    facts.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    button && !paragraphs.some((one) => one.includes(button.url)) ? button.url : "",
    ...after,
    signature,
    ...(isWhole ? [[why, ...links.map(({ label, url }) => `${label}: ${url}`)].join("\n")] : []),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function ofNotice(message: Wordable, kind: NoticeKind): Letter {
  const { values } = message;
  const locale = localeOf(message);
  const { title, text } = wordNotice({ kind, values }, locale, { hourCycle: clockOf(message) });
  const url = pageOf(kind, values);
  return {
    ...frameOf(message),
    subject: title,
    paragraphs: [text],
    facts: factsOf[kind].flatMap((fact) => {
      const value = valueOf(fact, message);
      return value ? [{ label: sayIn(locale)(`letters.facts.${fact}`), value }] : [];
    }),
    button: url === null ? null : { label: buttonWords(kind, locale), url },
    after:
      kind === "SessionCompleted" && values.receiptNumber !== undefined
        ? [sayIn(locale)("letters.receiptAttached")]
        : [],
  };
}

const ofReport = (message: Wordable): Letter => ({
  ...frameOf(message),
  ...composeReport(message.values, localeOf(message)),
});

/** A letter of the account: a paragraph that is nothing but a link becomes its button. */
function ofAccount(message: Wordable): Letter {
  const { kind, values } = message;
  const locale = localeOf(message);
  const say = sayIn(locale);
  const subject = say(`letters.${kind}.subject` as "letters.Invitation.subject");
  // In UTC where nobody knows a zone of theirs.
  const { expiresAt, eraseAfter, effectiveAt, timeZone = "UTC", clock: chosen, ...told } = values;
  const said = { replaces: "no", ...told, passkeysRemoved: Number(told.passkeysRemoved ?? 0) };
  const when = (instant: string | undefined) =>
    instant === undefined
      ? ""
      : longInstant(new Date(instant), { locale, chosen, timeZone, timeZoneName: "short" });
  const until = when(expiresAt ?? eraseAfter);
  const all = { ...said, until, from: when(effectiveAt) } as never;
  const paragraphs = say(`letters.${kind}.text` as "letters.Invitation.text", all).split("\n\n");
  const at = paragraphs.findIndex((one) => /^https?:\/\/\S+$/.test(one));
  const url = at < 0 ? pageOfLetter(kind, values) : (paragraphs[at] ?? null);
  return {
    ...frameOf(message),
    subject,
    paragraphs: at < 0 ? paragraphs : paragraphs.slice(0, at),
    after: at < 0 ? [] : paragraphs.slice(at + 1),
    button: url === null ? null : { label: buttonWords(kind, locale), url },
  };
}

/** Where letters lead that say their page within a sentence. */
function pageOfLetter(kind: MessageKind, { baseUrl = "" }: Values): string | null {
  if (kind === "AccountReactivated") return `${baseUrl}/login`;
  return kind === "OwnerRegistered" ? baseUrl : null;
}

function pageOf(kind: NoticeKind, values: Values): string | null {
  const { baseUrl = "", bookingId = null, stationId = null } = values;
  const reader = role.safeParse(values.role);
  if (!reader.success) return null;
  const path = pathOf(reader.data, kind, { ...values, bookingId, stationId });
  return path === null ? null : `${baseUrl}${path}`;
}

const buttonWords = (kind: MessageKind, locale: Locale) => {
  const name = kind in buttonOf ? buttonOf[kind as keyof typeof buttonOf] : "booking";
  return sayIn(locale)(`letters.buttons.${name}`);
};

/** What every letter has. */
function frameOf(message: Wordable): Letter {
  const locale = localeOf(message);
  const say = sayIn(locale);
  return {
    locale,
    direction: languages[locale].direction,
    subject: "",
    greeting: say("letters.greeting", { name: message.values.name ?? "" }),
    paragraphs: [],
    items: [],
    facts: [],
    button: null,
    after: [],
    signature: say("site.name"),
    why: say(`letters.why.${whyOf(message)}`),
    links: linksOf(message, locale),
  };
}

function whyOf({ kind, values }: Wordable) {
  if (kind === "TermsChanged" || kind === "PrivacyChanged") return "everybody";
  if (kind === "BusinessRequested" || kind === "BusinessRejected" || kind === "WebhookOff") {
    return "contact";
  }
  if (kind === "WeeklyReport") return "report";
  if (!noticeKind.safeParse(kind).success) return "account";
  if (values.role === "SystemAdmin") return "admin";
  if (values.waitingId !== undefined) return "waiting";
  return values.role === "EvOwner" ? "owner" : "staff";
}

/** What is essential has no link to end it. */
function linksOf({ kind, values }: Wordable, locale: Locale): LetterLink[] {
  const { baseUrl, unsubscribeKey: key, topic } = values;
  if (!baseUrl || !key || !topic || isEssential(kind)) return [];
  const say = sayIn(locale);
  const query = new URLSearchParams({ key, topic });
  return [
    { label: say("letters.choose"), url: `${baseUrl}${preferencesPath}` },
    { label: say("letters.unsubscribe"), url: `${baseUrl}${unsubscribePath}?${query}` },
  ];
}

function valueOf(fact: Fact, message: Wordable): string | undefined {
  const { values } = message;
  const locale = localeOf(message);
  const { startsAt, endsAt, timeZone = "UTC", receiptNumber } = values;
  if (fact === "receipt") return receiptNumber;
  if (fact === "total") return wordMoney(values, locale);
  if (fact === "place") return wordPlace(values, locale);
  if (fact !== "when" && fact !== "since") return values[fact];
  if (startsAt === undefined) return undefined;
  const start = new Date(startsAt);
  const format = dateFormat(locale, {
    timeZone,
    timeZoneName: "short",
    ...clockIn(clockOf(message)),
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  return fact === "when" && endsAt
    ? format.formatRange(start, new Date(endsAt))
    : format.format(start);
}
