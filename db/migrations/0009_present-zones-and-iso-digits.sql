-- Zones get the name in use (lib/core/zone-names.ts), so that one zone is one name everywhere.
CREATE TEMPORARY TABLE "former_zones" ("name" text, "present" text);--> statement-breakpoint
INSERT INTO "former_zones" VALUES
  ('africa/asmera','Africa/Nairobi'), ('africa/timbuktu','Africa/Abidjan'),
  ('america/argentina/comodrivadavia','America/Argentina/Catamarca'), ('america/atka','America/Adak'),
  ('america/buenos_aires','America/Argentina/Buenos_Aires'),
  ('america/catamarca','America/Argentina/Catamarca'), ('america/coral_harbour','America/Panama'),
  ('america/cordoba','America/Argentina/Cordoba'), ('america/ensenada','America/Tijuana'),
  ('america/fort_wayne','America/Indiana/Indianapolis'), ('america/godthab','America/Nuuk'),
  ('america/indianapolis','America/Indiana/Indianapolis'), ('america/jujuy','America/Argentina/Jujuy'),
  ('america/knox_in','America/Indiana/Knox'), ('america/louisville','America/Kentucky/Louisville'),
  ('america/mendoza','America/Argentina/Mendoza'), ('america/montreal','America/Toronto'),
  ('america/nipigon','America/Toronto'), ('america/pangnirtung','America/Iqaluit'),
  ('america/porto_acre','America/Rio_Branco'), ('america/rainy_river','America/Winnipeg'),
  ('america/rosario','America/Argentina/Cordoba'), ('america/santa_isabel','America/Tijuana'),
  ('america/shiprock','America/Denver'), ('america/thunder_bay','America/Toronto'),
  ('america/virgin','America/Puerto_Rico'), ('america/yellowknife','America/Edmonton'),
  ('antarctica/south_pole','Pacific/Auckland'), ('asia/ashkhabad','Asia/Ashgabat'),
  ('asia/calcutta','Asia/Kolkata'), ('asia/choibalsan','Asia/Ulaanbaatar'),
  ('asia/chongqing','Asia/Shanghai'), ('asia/chungking','Asia/Shanghai'), ('asia/dacca','Asia/Dhaka'),
  ('asia/harbin','Asia/Shanghai'), ('asia/istanbul','Europe/Istanbul'), ('asia/kashgar','Asia/Urumqi'),
  ('asia/katmandu','Asia/Kathmandu'), ('asia/macao','Asia/Macau'), ('asia/rangoon','Asia/Yangon'),
  ('asia/saigon','Asia/Ho_Chi_Minh'), ('asia/tel_aviv','Asia/Jerusalem'), ('asia/thimbu','Asia/Thimphu'),
  ('asia/ujung_pandang','Asia/Makassar'), ('asia/ulan_bator','Asia/Ulaanbaatar'),
  ('atlantic/faeroe','Atlantic/Faroe'), ('atlantic/jan_mayen','Europe/Berlin'),
  ('australia/act','Australia/Sydney'), ('australia/canberra','Australia/Sydney'),
  ('australia/currie','Australia/Hobart'), ('australia/lhi','Australia/Lord_Howe'),
  ('australia/nsw','Australia/Sydney'), ('australia/north','Australia/Darwin'),
  ('australia/queensland','Australia/Brisbane'), ('australia/south','Australia/Adelaide'),
  ('australia/tasmania','Australia/Hobart'), ('australia/victoria','Australia/Melbourne'),
  ('australia/west','Australia/Perth'), ('australia/yancowinna','Australia/Broken_Hill'),
  ('brazil/acre','America/Rio_Branco'), ('brazil/denoronha','America/Noronha'),
  ('brazil/east','America/Sao_Paulo'), ('brazil/west','America/Manaus'), ('cet','Europe/Brussels'),
  ('cst6cdt','America/Chicago'), ('canada/atlantic','America/Halifax'), ('canada/central','America/Winnipeg'),
  ('canada/eastern','America/Toronto'), ('canada/mountain','America/Edmonton'),
  ('canada/newfoundland','America/St_Johns'), ('canada/pacific','America/Vancouver'),
  ('canada/saskatchewan','America/Regina'), ('canada/yukon','America/Whitehorse'),
  ('chile/continental','America/Santiago'), ('chile/easterisland','Pacific/Easter'),
  ('cuba','America/Havana'), ('eet','Europe/Athens'), ('est','America/Panama'),
  ('est5edt','America/New_York'), ('egypt','Africa/Cairo'), ('eire','Europe/Dublin'), ('etc/gmt','UTC'),
  ('etc/gmt+0','UTC'), ('etc/gmt-0','UTC'), ('etc/gmt0','UTC'), ('etc/greenwich','UTC'), ('etc/uct','UTC'),
  ('etc/utc','UTC'), ('etc/universal','UTC'), ('etc/zulu','UTC'), ('europe/belfast','Europe/London'),
  ('europe/kiev','Europe/Kyiv'), ('europe/nicosia','Asia/Nicosia'), ('europe/tiraspol','Europe/Chisinau'),
  ('europe/uzhgorod','Europe/Kyiv'), ('europe/zaporozhye','Europe/Kyiv'), ('gb','Europe/London'),
  ('gb-eire','Europe/London'), ('gmt','UTC'), ('gmt+0','UTC'), ('gmt-0','UTC'), ('gmt0','UTC'),
  ('greenwich','UTC'), ('hst','Pacific/Honolulu'), ('hongkong','Asia/Hong_Kong'),
  ('iceland','Africa/Abidjan'), ('iran','Asia/Tehran'), ('israel','Asia/Jerusalem'),
  ('jamaica','America/Jamaica'), ('japan','Asia/Tokyo'), ('kwajalein','Pacific/Kwajalein'),
  ('libya','Africa/Tripoli'), ('met','Europe/Brussels'), ('mst','America/Phoenix'),
  ('mst7mdt','America/Denver'), ('mexico/bajanorte','America/Tijuana'), ('mexico/bajasur','America/Mazatlan'),
  ('mexico/general','America/Mexico_City'), ('nz','Pacific/Auckland'), ('nz-chat','Pacific/Chatham'),
  ('navajo','America/Denver'), ('prc','Asia/Shanghai'), ('pst8pdt','America/Los_Angeles'),
  ('pacific/enderbury','Pacific/Kanton'), ('pacific/johnston','Pacific/Honolulu'),
  ('pacific/ponape','Pacific/Guadalcanal'), ('pacific/samoa','Pacific/Pago_Pago'),
  ('pacific/truk','Pacific/Port_Moresby'), ('pacific/yap','Pacific/Port_Moresby'), ('poland','Europe/Warsaw'),
  ('portugal','Europe/Lisbon'), ('roc','Asia/Taipei'), ('rok','Asia/Seoul'), ('singapore','Asia/Singapore'),
  ('turkey','Europe/Istanbul'), ('uct','UTC'), ('us/alaska','America/Anchorage'),
  ('us/aleutian','America/Adak'), ('us/arizona','America/Phoenix'), ('us/central','America/Chicago'),
  ('us/east-indiana','America/Indiana/Indianapolis'), ('us/eastern','America/New_York'),
  ('us/hawaii','Pacific/Honolulu'), ('us/indiana-starke','America/Indiana/Knox'),
  ('us/michigan','America/Detroit'), ('us/mountain','America/Denver'), ('us/pacific','America/Los_Angeles'),
  ('us/pacific-new','America/Los_Angeles'), ('us/samoa','Pacific/Pago_Pago'), ('universal','UTC'),
  ('w-su','Europe/Moscow'), ('wet','Europe/Lisbon'), ('zulu','UTC');--> statement-breakpoint
UPDATE "stations" SET "time_zone" = "former"."present" FROM "former_zones" AS "former" WHERE lower("time_zone") = "former"."name";--> statement-breakpoint
UPDATE "businesses" SET "time_zone" = "former"."present" FROM "former_zones" AS "former" WHERE lower("time_zone") = "former"."name";--> statement-breakpoint
DROP TABLE "former_zones";--> statement-breakpoint
-- Minor units were reckoned with the places that CLDR gives a currency; of these 16 it gives fewer than ISO 4217
-- (lib/core/currencies.ts). What was 7050 HUF is stored as 705000 now, and is the same money.
CREATE TEMPORARY TABLE "grown" AS SELECT unnest(ARRAY['AFN', 'ALL', 'COP', 'HUF', 'IDR', 'IRR', 'KPW', 'LAK', 'LBP', 'MGA', 'MMK', 'PKR', 'SOS', 'SYP', 'YER']) AS "currency", 100 AS "by" UNION ALL SELECT 'IQD', 1000;--> statement-breakpoint
UPDATE "tariffs" SET "fee_minor" = "fee_minor" * "grown"."by",
  "per_hour_minor" = "per_hour_minor" * "grown"."by",
  "per_kwh_minor" = "per_kwh_minor" * "grown"."by",
  "minimum_fee_minor" = "minimum_fee_minor" * "grown"."by",
  "late_cancel_fee_minor" = "late_cancel_fee_minor" * "grown"."by"
FROM "grown" WHERE "tariffs"."currency" = "grown"."currency";--> statement-breakpoint
UPDATE "sessions" SET "energy_minor" = "energy_minor" * "grown"."by",
  "time_minor" = "time_minor" * "grown"."by",
  "fee_minor" = "fee_minor" * "grown"."by",
  "subtotal_minor" = "subtotal_minor" * "grown"."by",
  "tax_minor" = "tax_minor" * "grown"."by",
  "total_minor" = "total_minor" * "grown"."by",
  "paid_minor" = "paid_minor" * "grown"."by"
FROM "grown" WHERE "sessions"."currency" = "grown"."currency";--> statement-breakpoint
UPDATE "bookings" SET "estimate_minor" = "estimate_minor" * "grown"."by",
  "late_fee_minor" = "late_fee_minor" * "grown"."by",
  "tariff" = "tariff" || jsonb_build_object('feeMinor', ("tariff" ->> 'feeMinor')::bigint * "grown"."by", 'perHourMinor', ("tariff" ->> 'perHourMinor')::bigint * "grown"."by", 'perKwhMinor', ("tariff" ->> 'perKwhMinor')::bigint * "grown"."by", 'minimumFeeMinor', ("tariff" ->> 'minimumFeeMinor')::bigint * "grown"."by", 'lateCancelFeeMinor', ("tariff" ->> 'lateCancelFeeMinor')::bigint * "grown"."by")
FROM "grown" WHERE "bookings"."tariff" ->> 'currency' = "grown"."currency";--> statement-breakpoint
DROP TABLE "grown";
