ALTER TABLE "users" ADD COLUMN "is_demo_login" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Databases that the demo filled before its logins were marked. No address under .test is anybody's (RFC 2606).
UPDATE "users" SET "is_demo_login" = true
WHERE "email" LIKE '%.test' AND EXISTS (SELECT FROM "users" WHERE "email" = 'admin@demo.baybook.test');
