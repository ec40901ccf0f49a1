-- A membership that has ended is confirmed by nothing any more: whoever comes back begins again.
UPDATE "Membership" SET "confirmedAt" = NULL, "onRoster" = false WHERE "until" IS NOT NULL;
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_ended_is_unconfirmed"
  CHECK ("until" IS NULL OR ("confirmedAt" IS NULL AND NOT "onRoster"));

-- What an operator took away stays away until it is said again.
ALTER TABLE "Person" ADD COLUMN "leadRemovedAt" TIMESTAMPTZ(3);
