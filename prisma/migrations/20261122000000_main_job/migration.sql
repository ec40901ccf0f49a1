-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Profession" AS ENUM ('gp', 'nurse', 'pharmacist', 'practice_manager', 'allied_health', 'administrator', 'ccg_staff', 'other');

-- CreateEnum
CREATE TYPE "RoleLevel" AS ENUM ('practice_lead', 'area_lead', 'leadership');

-- CreateEnum
CREATE TYPE "RoleScope" AS ENUM ('practice', 'locality', 'ccg');

-- CreateEnum
CREATE TYPE "EndReason" AS ENUM ('stepped_down', 'left_ccg', 'left_practice', 'practice_closed');

-- CreateEnum
CREATE TYPE "PromptOutcome" AS ENUM ('waiting', 'answered', 'done', 'not_now');

-- CreateEnum
CREATE TYPE "DeliveryKind" AS ENUM ('invite', 'chase', 'reminder');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('due', 'sending', 'sent', 'uncertain', 'failed', 'held', 'cancelled');

-- CreateEnum
CREATE TYPE "DeliveryReason" AS ENUM ('weekly_limit', 'monthly_limit', 'outside_window', 'quiet', 'rate_limited', 'slack_unavailable', 'replied', 'round_closed', 'person_left', 'no_account', 'refused_by_slack');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('ccg_created', 'setting_changed', 'practices_imported', 'roster_imported', 'localities_imported', 'list_sizes_imported', 'person_joined', 'person_left', 'lead_added', 'role_claimed', 'role_released', 'role_confirmed', 'role_ended', 'membership_confirmed', 'round_opened', 'round_closed', 'reminder_sent', 'summary_posted');

-- CreateTable
CREATE TABLE "Ccg" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Ccg_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Practice" (
    "ccgCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "telephone" TEXT,
    "locality" TEXT,
    "openedOn" DATE,
    "closedOn" DATE,
    "movedTo" TEXT,
    "listSize" INTEGER,
    "listSizeOn" DATE,

    CONSTRAINT "Practice_pkey" PRIMARY KEY ("ccgCode","code")
);

-- CreateTable
CREATE TABLE "Person" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "slackId" TEXT,
    "dmChannel" TEXT,
    "profession" "Profession" NOT NULL,
    "engagementLead" BOOLEAN NOT NULL DEFAULT false,
    "firstContactAt" TIMESTAMPTZ(3),
    "quietUntil" TIMESTAMPTZ(3),
    "lookedUpAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "ccgCode" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "practiceCode" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "onRoster" BOOLEAN NOT NULL DEFAULT false,
    "confirmedAt" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("ccgCode","personId","practiceCode")
);

-- CreateTable
CREATE TABLE "Departure" (
    "ccgCode" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,

    CONSTRAINT "Departure_pkey" PRIMARY KEY ("ccgCode","emailHash")
);

-- CreateTable
CREATE TABLE "Role" (
    "ccgCode" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "level" "RoleLevel" NOT NULL,
    "scope" "RoleScope" NOT NULL,
    "title" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "synonyms" TEXT[],

    CONSTRAINT "Role_pkey" PRIMARY KEY ("ccgCode","key")
);

-- CreateTable
CREATE TABLE "Holding" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "roleKey" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "seat" INTEGER NOT NULL,
    "practiceCode" TEXT,
    "locality" TEXT,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "ended" "EndReason",

    CONSTRAINT "Holding_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Round" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "survey" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "anonymous" BOOLEAN NOT NULL,
    "threshold" INTEGER NOT NULL,
    "chase" BOOLEAN NOT NULL,
    "openedBy" UUID NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "results" JSONB,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "audience" JSONB NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Prompt" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "roundId" UUID,
    "reminderId" UUID,
    "seconds" INTEGER NOT NULL,
    "outcome" "PromptOutcome" NOT NULL DEFAULT 'waiting',
    "repliedAt" TIMESTAMPTZ(3),
    "groups" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "promptId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "DeliveryKind" NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'due',
    "reason" "DeliveryReason",
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "week" DATE,
    "place" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" TIMESTAMPTZ(3),
    "notBefore" TIMESTAMPTZ(3),
    "looks" INTEGER NOT NULL DEFAULT 0,
    "channel" TEXT,
    "messageTs" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "ccgCode" TEXT NOT NULL,
    "roundId" UUID NOT NULL,
    "question" INTEGER NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("ccgCode","roundId","question","personId")
);

-- CreateTable
CREATE TABLE "Tally" (
    "ccgCode" TEXT NOT NULL,
    "roundId" UUID NOT NULL,
    "question" INTEGER NOT NULL,
    "cut" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "option" INTEGER NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("ccgCode","roundId","question","cut","group","option")
);

-- CreateTable
CREATE TABLE "Answer" (
    "ccgCode" TEXT NOT NULL,
    "roundId" UUID NOT NULL,
    "question" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "option" INTEGER NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("ccgCode","roundId","question","personId")
);

-- CreateTable
CREATE TABLE "Comment" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "personId" UUID,
    "text" TEXT NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "SummaryPost" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SummaryPost_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Change" (
    "ccgCode" TEXT NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "actorId" UUID,
    "personId" UUID,
    "roleKey" TEXT,
    "practiceCode" TEXT,
    "locality" TEXT,
    "about" TEXT,
    "reason" "EndReason",

    CONSTRAINT "Change_pkey" PRIMARY KEY ("ccgCode","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_slackId_key" ON "Person"("slackId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_ccgCode_email_key" ON "Person"("ccgCode", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Role_ccgCode_key_seats_key" ON "Role"("ccgCode", "key", "seats");

-- CreateIndex
CREATE UNIQUE INDEX "Prompt_ccgCode_roundId_personId_key" ON "Prompt"("ccgCode", "roundId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Prompt_ccgCode_reminderId_personId_key" ON "Prompt"("ccgCode", "reminderId", "personId");

-- CreateIndex
CREATE INDEX "Delivery_state_dueAt_idx" ON "Delivery"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_ccgCode_promptId_kind_key" ON "Delivery"("ccgCode", "promptId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_ccgCode_personId_week_place_key" ON "Delivery"("ccgCode", "personId", "week", "place");

-- AddForeignKey
ALTER TABLE "Practice" ADD CONSTRAINT "Practice_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_ccgCode_practiceCode_fkey" FOREIGN KEY ("ccgCode", "practiceCode") REFERENCES "Practice"("ccgCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Departure" ADD CONSTRAINT "Departure_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_ccgCode_roleKey_seats_fkey" FOREIGN KEY ("ccgCode", "roleKey", "seats") REFERENCES "Role"("ccgCode", "key", "seats") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_ccgCode_practiceCode_fkey" FOREIGN KEY ("ccgCode", "practiceCode") REFERENCES "Practice"("ccgCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_ccgCode_openedBy_fkey" FOREIGN KEY ("ccgCode", "openedBy") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_ccgCode_createdBy_fkey" FOREIGN KEY ("ccgCode", "createdBy") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_ccgCode_roundId_fkey" FOREIGN KEY ("ccgCode", "roundId") REFERENCES "Round"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_ccgCode_reminderId_fkey" FOREIGN KEY ("ccgCode", "reminderId") REFERENCES "Reminder"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_ccgCode_promptId_fkey" FOREIGN KEY ("ccgCode", "promptId") REFERENCES "Prompt"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_ccgCode_roundId_fkey" FOREIGN KEY ("ccgCode", "roundId") REFERENCES "Round"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tally" ADD CONSTRAINT "Tally_ccgCode_roundId_fkey" FOREIGN KEY ("ccgCode", "roundId") REFERENCES "Round"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_ccgCode_roundId_fkey" FOREIGN KEY ("ccgCode", "roundId") REFERENCES "Round"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_ccgCode_roundId_fkey" FOREIGN KEY ("ccgCode", "roundId") REFERENCES "Round"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryPost" ADD CONSTRAINT "SummaryPost_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What only SQL can say. Each of these is listed by name in test/store/schema.test.ts.

-- Seats: never beyond the role's cap (kept equal by the foreign key to Role), one person a seat, one seat a person.
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_seat_within_cap" CHECK ("until" IS NOT NULL OR "seat" BETWEEN 1 AND "seats");
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_ended_with_reason" CHECK (("until" IS NULL) = ("ended" IS NULL));
CREATE UNIQUE INDEX "Holding_one_person_a_seat" ON "Holding" ("ccgCode", "roleKey", "practiceCode", "locality", "seat") NULLS NOT DISTINCT WHERE "until" IS NULL;
CREATE UNIQUE INDEX "Holding_one_seat_a_person" ON "Holding" ("ccgCode", "roleKey", "practiceCode", "locality", "personId") NULLS NOT DISTINCT WHERE "until" IS NULL;
ALTER TABLE "Role" ADD CONSTRAINT "Role_practice_lead_one_or_two" CHECK ("seats" >= 1 AND ("level" <> 'practice_lead' OR "seats" <= 2));

-- A prompt is a copy of one round or of one reminder.
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_about_one_thing" CHECK (num_nonnulls("roundId", "reminderId") = 1);

-- History is added to and read, nothing else.
CREATE FUNCTION "refuse_rewriting_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'History is not changed or deleted.';
END $$;
CREATE TRIGGER "Change_is_never_rewritten" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Change" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting_history"();
