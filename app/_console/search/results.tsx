import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";

import { BookingNumber } from "@/components/booking/booking-number";
import { BookingStatusBadge } from "@/components/booking/booking-status-badge";
import { hrefOf, isGuessed, listHref } from "@/components/palette/entries";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { When } from "@/components/ui/when";
import type { BookingView } from "@/lib/charging/bookings/schema";
import type { Match, MatchType } from "@/lib/insight/search/schema";

import type { Asked, Bookings, Results as Found } from "./find-results";

/** What was found, kind by kind. */
export function Results({ found, home }: { found: Found; home: string }) {
  const t = useTranslations("searchPage");
  const { matches, owners, bookings, asked, totals } = found;
  const all = (type: MatchType) => ({
    total: totals[type],
    allHref: listHref(type, home, asked.q ?? ""),
  });
  if (found.isEmpty) {
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState icon={SearchX} title={t("nothing")}>
          {t("nothingText")}
        </EmptyState>
      </div>
    );
  }
  const others = Object.values(matches).some((some) => some.length > 0);
  const both = others && owners.length > 0;
  return (
    <div className={both ? "grid items-start gap-4 sm:gap-6 lg:grid-cols-2" : undefined}>
      {others && (
        <div className="min-w-0 space-y-4 sm:space-y-6">
          <Matches
            id="stations"
            title={t("stations")}
            matches={matches.Station}
            home={home}
            {...all("Station")}
          />
          <Matches
            id="bookings"
            title={t("bookings")}
            matches={matches.Booking}
            home={home}
            {...all("Booking")}
          />
          <Matches
            id="operators"
            title={t("operators")}
            matches={matches.Operator}
            home={home}
            {...all("Operator")}
          />
          <Matches
            id="businesses"
            title={t("businesses")}
            matches={matches.Business}
            home={home}
            {...all("Business")}
          />
        </div>
      )}
      {owners.length > 0 && (
        <Section
          id="owners"
          title={t("owners")}
          count={owners.length}
          {...all("Owner")}
          isGuess={isGuessed(owners.map(({ owner }) => owner))}
        >
          {owners.map(({ owner, bookings }) => (
            <Owner key={owner.id} owner={owner} bookings={bookings} asked={asked} home={home} />
          ))}
        </Section>
      )}
      {bookings && bookings.total > 0 && (
        <Section id="bookings" title={t("bookings")} count={bookings.total}>
          {bookings.items.map((booking) => (
            <Booking key={booking.id} booking={booking} home={home} />
          ))}
          <AllBookings bookings={bookings} asked={asked} home={home} />
        </Section>
      )}
    </div>
  );
}

function Section({
  id,
  title,
  count,
  total,
  allHref,
  isGuess = false,
  children,
}: {
  id: string;
  title: string;
  /** How many are shown. */
  count: number;
  /** How many there are, where these are but the first. */
  total?: number;
  /** Where all of them stand. */
  allHref?: string;
  /** They only resemble what was typed. */
  isGuess?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("searchPage");
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-lg font-semibold">
        {title}{" "}
        <span className="tabular font-normal text-ink-soft">
          {total === undefined ? count : t("ofAll", { count, total })}
        </span>
      </h2>
      {isGuess && <p className="mb-3 text-sm text-ink-soft">{t("guess")}</p>}
      <ul className="divide-y text-sm">{children}</ul>
      {total !== undefined && allHref && (
        <Link href={allHref} className="link mt-3 inline-block text-sm">
          {t("showAll", { total })}
        </Link>
      )}
    </Card>
  );
}

function Matches({
  id,
  title,
  matches,
  home,
  ...all
}: {
  id: string;
  title: string;
  matches: readonly Match[];
  home: string;
  total?: number;
  allHref: string;
}) {
  if (matches.length === 0) return null;
  return (
    <Section id={id} title={title} count={matches.length} isGuess={isGuessed(matches)} {...all}>
      {matches.map((match) => (
        <li key={match.id} className="py-2.5 first:pt-0 last:pb-0">
          <Link href={hrefOf(match, home)} className="link font-medium">
            {match.title}
          </Link>
          <p className="text-ink-soft">{match.subtitle}</p>
        </li>
      ))}
    </Section>
  );
}

function Owner({
  owner,
  bookings,
  asked,
  home,
}: {
  owner: Match;
  bookings: Bookings | null;
  asked: Asked;
  home: string;
}) {
  const t = useTranslations("searchPage");
  const words = asked.from || asked.to ? "ownerBookingsThen" : "ownerBookings";
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link href={hrefOf(owner, home)} className="link font-medium">
          {owner.title}
        </Link>
        <span className="tabular text-ink-soft">{owner.subtitle}</span>
      </div>
      {bookings && <p className="text-ink-soft">{t(words, { count: bookings.total })}</p>}
      {bookings && bookings.total > 0 && (
        <ul className="mt-2 divide-y border-l-2 pl-3">
          {bookings.items.map((booking) => (
            <Booking key={booking.id} booking={booking} home={home} />
          ))}
          {bookings.total > bookings.items.length && (
            <AllBookings bookings={bookings} asked={asked} home={home} ownerNic={owner.ownerNic} />
          )}
        </ul>
      )}
    </li>
  );
}

function Booking({ booking, home }: { booking: BookingView; home: string }) {
  const { id, number, stationName, startsAt, timeZone } = booking;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <BookingNumber number={number} href={`${home}/bookings/${id}`} className="font-medium" />
        <p className="text-ink-soft">
          {stationName} · <When at={startsAt} timeZone={timeZone} />
        </p>
      </div>
      <BookingStatusBadge booking={booking} />
    </li>
  );
}

function AllBookings({
  bookings,
  asked,
  home,
  ownerNic,
}: {
  bookings: Bookings;
  asked: Asked;
  home: string;
  ownerNic?: string;
}) {
  const t = useTranslations("searchPage");
  if (bookings.total <= bookings.items.length) return null;
  const query = new URLSearchParams();
  const { stationId, from, to } = asked;
  for (const [name, value] of Object.entries({ search: ownerNic, stationId, from, to })) {
    if (value) query.set(name, value);
  }
  return (
    <li className="pt-2.5">
      <Link href={`${home}/bookings?${query}`} className="link">
        {t("allBookings", { count: bookings.total })}
      </Link>
    </li>
  );
}
