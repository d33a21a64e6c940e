import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { AuditView } from "@/lib/records/audit/schema";

import { DeedName, ThingName } from "./audit-names";
import { zoneName } from "../station/zone-name";
import { factsOf } from "./sentence-facts";

/** What of a record a sentence tells. */
export type Deed = Pick<AuditView, "action" | "to" | "changes"> & { readonly entity: string };

/**
 * A record as one would tell it: "Ravi Perera approved the booking BK-7C2D-11AB". Each room says what is done to its
 * things in `audits.sentences`; a deed of before that no room tells any more is named as it was recorded.
 */
export function AuditSentence({
  deed,
  who,
  name,
  timeZone,
}: {
  readonly deed: Deed;
  readonly who: ReactNode;
  /** What the thing is called, where one cannot see it from the page. */
  readonly name?: ReactNode;
  readonly timeZone: string;
}) {
  const t = useTranslations("audits");
  const sentences = useTranslations("audits.sentences");
  const states = useTranslations("audits.states");
  const values = useTranslations("audits.values");
  const format = useFormatter();
  const key = `${deed.entity}.${deed.action}` as "Booking.Approve";
  const named = (noun: ReactNode) =>
    name === undefined ? (
      noun
    ) : (
      <>{t.rich("named", { entity: deed.entity, noun: () => noun, name: () => name })}</>
    );
  if (!sentences.has(key)) {
    const done = <DeedName action={deed.action} />;
    const thing = <ThingName audit={{ entity: deed.entity as "Booking", entityName: null }} />;
    return t.rich("plain", {
      who: () => who,
      deed: () => done,
      thing: () => named(thing),
    });
  }
  const facts = factsOf(deed);
  const range = (of: typeof facts.time) =>
    of ? format.dateTimeRange(of.from, of.to, "instant", { timeZone }) : none;
  const state = deed.to ?? none;
  const value = (word: string) =>
    values.has(word as "Auto") ? values(word as "Auto") : word || none;
  return sentences.rich(key, {
    who: () => who,
    thing: named,
    // Of two times the last one says whose clocks they are of.
    time: facts.time ? `${range(facts.time)} ${zoneName(timeZone)}` : none,
    was: facts.was && !facts.time ? `${range(facts.was)} ${zoneName(timeZone)}` : range(facts.was),
    count: facts.count,
    state: states.has(state as "Active") ? states(state as "Active") : state,
    conflict: value(facts.conflict),
    role: value(facts.role),
  });
}

/** What a sentence reads in the place of a fact that is not there. */
const none = "none";
