-- The first versions of the site's texts. Terms and privacy stood in the pages until now, word for word as here; numbers
-- are those of the platform's settings as they are when this runs, because a published text does not change with them.
WITH "numbers" AS (
	SELECT
		coalesce((SELECT ("value" #>> '{}')::numeric FROM "settings" WHERE "scope" = 'Platform' AND "name" = 'changeCutoffMinutes'), 720) / 60 AS "hours",
		coalesce((SELECT ("value" #>> '{}')::numeric FROM "settings" WHERE "scope" = 'Platform' AND "name" = 'noShowAfterMinutes'), 15) AS "no_show",
		coalesce((SELECT ("value" #>> '{}')::numeric FROM "settings" WHERE "scope" = 'Platform' AND "name" = 'checkInBeforeMinutes'), 15) AS "before",
		coalesce((SELECT ("value" #>> '{}')::numeric FROM "settings" WHERE "scope" = 'Platform' AND "name" = 'checkInAfterMinutes'), 30) AS "after",
		coalesce((SELECT ("value" #>> '{}')::numeric FROM "settings" WHERE "scope" = 'Platform' AND "name" = 'maxDaysAhead'), 7) AS "days"
), "texts" ("id", "kind", "asks", "body") AS (VALUES
	('019b76da-a800-7000-8000-000000000001'::uuid, 'terms-of-service', true, $text$What you can expect of Baybook, and what we expect of you.

## What Baybook is

Baybook lets drivers book charging slots at stations and lets the businesses that own those stations run them. We provide the booking. The charge itself, the station and its safety are the business’s.

## Your account

Register with your own details and keep your password to yourself. One account per identity number. You can deactivate it at any time; a station’s office or we can do so when it is misused, and will say why.

## Booking

A confirmed booking keeps a place for you at that station and time. Some stations confirm at once, others by hand; a booking nobody confirms before its start is declined and costs nothing.

## Changing and cancelling

You can change or cancel until {hours} hours before the start, unless the station states another time. If you do not check in within {noShow} minutes of the start, the place goes back to others.

## Price

The price that counts is the one shown when you booked; a later change of the tariff does not touch it. The amount shown before is an estimate. You pay the business, and its receipt lists every line and the tax.

## Stations that cannot be booked

Stations marked “not bookable yet” come from public registers. We show them so that you can find them, but cannot promise that their details are right.

## Fair use

Do not book places you will not use, do not pass on codes, and do not try to break the service or get at other people’s data.

## When things go wrong

We work to keep the service up, and never give a place twice. Where it fails all the same, tell the station first, then us. Nothing here limits the rights the law gives you.$text$),
	('019b76da-a800-7000-8000-000000000002'::uuid, 'privacy-policy', true, $text$Which data we keep, why, and who sees it.

## What we keep about drivers

Your name, identity number, email, phone and, if you give it, your vehicle’s plate, and the language you chose. Your bookings, charging sessions and receipts. Your password only as a hash that cannot be turned back.

## What we keep about businesses

The business’s name, contact person, billing details and time zone, the accounts of its people, and what they did in the system.

## Why

To make and honour bookings, to write receipts that the law asks for, and to find out what happened when something is disputed. For nothing else: no advertising, no selling, no profiles.

## Who sees it

You. The people of a station you booked, as far as they need it for that booking. Our administrators. The code you show at the station holds no personal data.

## Your position

When you press “Near me”, your browser tells this page where you are, and the page asks us for stations near it. We do not store it. Map pictures come from the map service named on the map, which sees your internet address and the part of the map you look at.

## Cookies

Three kinds: one keeps you signed in, one remembers light or dark, one the language you chose. No others, so there is no banner.

## How long

Links to set a password live hours, sessions days. Bookings, receipts and the record of changes stay as long as bookkeeping rules ask.

## Your rights

You can see and correct your details, deactivate your account, and ask us what we hold or to erase what no law makes us keep.$text$),
	('019b76da-a800-7000-8000-000000000003'::uuid, 'about', false, $text$Baybook is for charging an electric car at a time you chose, at a place that is kept for you.

## For drivers

You see which stations are near you, what they cost, and which hours are still free for the next {days} days. You book a slot, and the place is yours: Baybook never gives the same place twice. At the station you show a QR code or read out a code of eight characters, charge, and get a receipt that lists every line and the tax.

## For businesses that own stations

You say when your stations are open, how many cars fit, what it costs and who works there. Baybook fills the hours, checks drivers in, closes sessions with receipts and shows what was earned. [Ask for an account](/business): a person reads every request.

## For developers

Everything the site does, your own app can do too: the same rules answer in [a public interface](/api/docs).

## What we keep to

- A booking that was confirmed is not lost.
- The price that counts is the one you saw when you booked.
- We keep [as little about you as we can](/privacy), and say what it is.$text$),
	('019b76da-a800-7000-8000-000000000004'::uuid, 'contact', false, $text$Whom to ask depends on what it is about.

## A charge, a price or a receipt

Ask the business that runs the station. Its address, and its phone number where it gave one, stand on the station’s page: [find the station](/). Have your booking’s number at hand: it begins with BK.

## Your account

You can [set a new password](/forgot-password) yourself. If your account was deactivated, a station’s office or one of our administrators can open it again: ask at a station where you book.

## Your data

What we hold about you, and your right to see, correct and erase it, is in [Privacy](/privacy).

## A business that wants to offer its stations

[Send us a request](/business). The answer comes by email.$text$),
	('019b76da-a800-7000-8000-000000000005'::uuid, 'faq', false, $text$What drivers ask most. If your question is not among them, see [Contact](/contact).

## Do I need an account to look for stations?

No. Stations, prices and free hours are open to everybody. To book you [register](/register) with your own details.

## How far ahead can I book?

Up to {days} days, one slot or several that follow one another.

## Is my place certain once I have booked?

Once the booking is approved, yes. Some stations approve at once. At others a person looks at it first; until then it says “Waiting for approval”, and the place is already kept for you. If nobody has looked at it when the slot begins, it is declined and costs nothing.

## What does it cost?

You see an estimate before you confirm. Stations charge by energy, by time, a fixed fee, or a mixture. The tariff that stood when you booked is the one that counts.

## Can I change or cancel?

Yes, until {hours} hours before the start, unless the station states another time. After that, ask the station.

## How do I check in?

Show the QR code of your booking at the station, or say its code of eight characters. You can check in from {before} minutes before the start until {after} minutes after it.

## What if I am late?

If you have not checked in {noShow} minutes after the start, the place goes back to others. You may still check in until {after} minutes after the start, if a place is free.

## Why can I not book some of the stations?

Those marked “not bookable yet” come from public registers. Nobody who runs them is with us yet, so we show where they are and cannot take bookings for them.

## In which time zone are the times?

In the station’s. Where yours differs, it stands beside it.

## How do I pay?

At the station: you pay the business that runs it. Its receipt lists every line and the tax.$text$)
)
INSERT INTO "content_pages" ("id", "kind", "locale", "version", "status", "body", "requires_consent", "effective_at", "created_at", "updated_at", "published_at")
SELECT "id", "kind", 'en', 1, 'Published',
	replace(replace(replace(replace(replace("body",
		'{hours}', trim_scale("hours")::text), '{noShow}', trim_scale("no_show")::text), '{before}', trim_scale("before")::text),
		'{after}', trim_scale("after")::text), '{days}', trim_scale("days")::text),
	"asks", "at", "at", "at", "at"
FROM "texts", "numbers", (SELECT '2026-01-01T00:00:00Z'::timestamptz AS "at") AS "beginning";
