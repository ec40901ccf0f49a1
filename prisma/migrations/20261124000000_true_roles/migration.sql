-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('handover', 'takeover', 'cover', 'confirm', 'term', 'vacancy', 'interests');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('open', 'accepted', 'declined', 'lapsed', 'withdrawn');

-- CreateEnum
CREATE TYPE "InterestKind" AS ENUM ('financial', 'non_financial_professional', 'non_financial_personal', 'indirect');

-- AlterEnum
ALTER TYPE "EndReason" ADD VALUE 'handed_over';
ALTER TYPE "EndReason" ADD VALUE 'account_deactivated';
ALTER TYPE "EndReason" ADD VALUE 'locality_ended';

-- AlterEnum
ALTER TYPE "DeliveryKind" ADD VALUE 'request';
ALTER TYPE "DeliveryKind" ADD VALUE 'question';

-- AlterEnum
ALTER TYPE "DeliveryReason" ADD VALUE 'request_closed';
ALTER TYPE "DeliveryReason" ADD VALUE 'account_deactivated';

-- AlterEnum
ALTER TYPE "ChangeKind" ADD VALUE 'role_asked';
ALTER TYPE "ChangeKind" ADD VALUE 'role_renewed';
ALTER TYPE "ChangeKind" ADD VALUE 'role_lapsed';
ALTER TYPE "ChangeKind" ADD VALUE 'role_added';
ALTER TYPE "ChangeKind" ADD VALUE 'role_edited';
ALTER TYPE "ChangeKind" ADD VALUE 'role_retired';
ALTER TYPE "ChangeKind" ADD VALUE 'lead_removed';
ALTER TYPE "ChangeKind" ADD VALUE 'cover_agreed';
ALTER TYPE "ChangeKind" ADD VALUE 'cover_ended';
ALTER TYPE "ChangeKind" ADD VALUE 'practice_invited';
ALTER TYPE "ChangeKind" ADD VALUE 'interests_declared';
ALTER TYPE "ChangeKind" ADD VALUE 'account_deactivated';
ALTER TYPE "ChangeKind" ADD VALUE 'account_reactivated';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "deactivatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "interestsAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Role" ADD COLUMN     "confirms" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "declares" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "professions" "Profession"[],
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3),
ADD COLUMN     "termMonths" INTEGER;

-- AlterTable
ALTER TABLE "Holding" ADD COLUMN     "termEndsAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Prompt" ADD COLUMN     "requestId" UUID;

-- CreateTable
CREATE TABLE "Request" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'open',
    "fromId" UUID,
    "toId" UUID,
    "holdingId" UUID,
    "roleKey" TEXT,
    "practiceCode" TEXT,
    "locality" TEXT,
    "until" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lapsesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Request_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Interest" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "InterestKind" NOT NULL,
    "description" TEXT NOT NULL,
    "shown" BOOLEAN NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateIndex
CREATE INDEX "Request_state_lapsesAt_idx" ON "Request"("state", "lapsesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Prompt_ccgCode_requestId_personId_key" ON "Prompt"("ccgCode", "requestId", "personId");

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_ccgCode_fromId_fkey" FOREIGN KEY ("ccgCode", "fromId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_ccgCode_toId_fkey" FOREIGN KEY ("ccgCode", "toId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_ccgCode_holdingId_fkey" FOREIGN KEY ("ccgCode", "holdingId") REFERENCES "Holding"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_ccgCode_requestId_fkey" FOREIGN KEY ("ccgCode", "requestId") REFERENCES "Request"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Defaults of the catalogue for CCGs that had it before; what they changed themselves stays.
UPDATE "Role" SET "confirms" = true, "declares" = true, "termMonths" = 36 WHERE level = 'leadership';
UPDATE "Role" SET "declares" = true, "termMonths" = 24, professions = '{gp,nurse,pharmacist,allied_health}' WHERE level = 'area_lead';
UPDATE "Role" SET "termMonths" = 24 WHERE level = 'practice_lead';
UPDATE "Role" SET professions = '{gp}' WHERE key = 'leadership:governing_body_gp';
UPDATE "Role" SET professions = '{nurse}' WHERE key = 'leadership:registered_nurse';
-- Seats that were taken before terms existed: their whole term, and time enough to be asked.
UPDATE "Holding" AS held SET "termEndsAt" = GREATEST(held."confirmedAt" + make_interval(months => role."termMonths"), now() + interval '60 days')
FROM "Role" AS role WHERE role."ccgCode" = held."ccgCode" AND role.key = held."roleKey" AND held.until IS NULL AND held."confirmedAt" IS NOT NULL;

ALTER TABLE "Role" ADD CONSTRAINT "Role_term_is_months" CHECK ("termMonths" BETWEEN 1 AND 120);
ALTER TABLE "Request" ADD CONSTRAINT "Request_open_until_closed" CHECK (("state" = 'open') = ("closedAt" IS NULL));

-- A question is open only once: about a seat, or between the same people about the same role.
CREATE UNIQUE INDEX "Request_one_open_about_a_holding" ON "Request" ("ccgCode", "kind", "holdingId") WHERE "state" = 'open' AND "holdingId" IS NOT NULL;
CREATE UNIQUE INDEX "Request_one_open_of_its_kind" ON "Request" ("ccgCode", "kind", "fromId", "toId", "roleKey", "practiceCode", "locality") NULLS NOT DISTINCT WHERE "state" = 'open' AND "holdingId" IS NULL;

-- A prompt is a copy of one round, one reminder or one request.
ALTER TABLE "Prompt" DROP CONSTRAINT "Prompt_about_one_thing";
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_about_one_thing" CHECK (num_nonnulls("roundId", "reminderId", "requestId") = 1);
