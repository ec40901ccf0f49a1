-- CreateEnum
CREATE TYPE "Repeat" AS ENUM ('once', 'monthly', 'quarterly', 'yearly');

-- CreateEnum
CREATE TYPE "AskingUnit" AS ENUM ('person', 'practice');

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('meeting', 'visit', 'call');

-- AlterEnum
ALTER TYPE "PromptOutcome" ADD VALUE 'spoken_for';

-- AlterEnum
ALTER TYPE "DeliveryKind" ADD VALUE 'again';

-- AlterEnum

ALTER TYPE "DeliveryReason" ADD VALUE 'away';
ALTER TYPE "DeliveryReason" ADD VALUE 'gave_way';
ALTER TYPE "DeliveryReason" ADD VALUE 'spoken_for';
ALTER TYPE "DeliveryReason" ADD VALUE 'lighter_touch';

-- AlterEnum

ALTER TYPE "ChangeKind" ADD VALUE 'series_added';
ALTER TYPE "ChangeKind" ADD VALUE 'series_ended';
ALTER TYPE "ChangeKind" ADD VALUE 'contact_noted';
ALTER TYPE "ChangeKind" ADD VALUE 'loop_closed';
ALTER TYPE "ChangeKind" ADD VALUE 'lighter_touch_set';
ALTER TYPE "ChangeKind" ADD VALUE 'lighter_touch_ended';

-- DropIndex
DROP INDEX "Delivery_ccgCode_promptId_kind_key";

-- AlterTable
ALTER TABLE "Practice" ADD COLUMN     "lightSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "awayFrom" DATE,
ADD COLUMN     "awayUntil" DATE,
ADD COLUMN     "workingDays" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[];

-- AlterTable: those who were to be asked once more still are
ALTER TABLE "Round" ADD COLUMN     "chases" INTEGER NOT NULL DEFAULT 1;
UPDATE "Round" SET "chases" = 0 WHERE NOT "chase";
ALTER TABLE "Round" DROP COLUMN "chase",
ADD COLUMN     "respondedAt" TIMESTAMPTZ(3),
ADD COLUMN     "response" TEXT,
ADD COLUMN     "seriesId" UUID,
ADD COLUMN     "unit" "AskingUnit" NOT NULL DEFAULT 'person';

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "doneBy" TIMESTAMPTZ(3),
ADD COLUMN     "named" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "seriesId" UUID;

-- AlterTable
ALTER TABLE "Prompt" ADD COLUMN     "againAt" TIMESTAMPTZ(3),
ADD COLUMN     "practiceCode" TEXT;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Series" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "asking" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "repeat" "Repeat" NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "sendings" INTEGER NOT NULL DEFAULT 0,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Series_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "practiceCode" TEXT NOT NULL,
    "kind" "ContactKind" NOT NULL,
    "notedBy" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateIndex
CREATE INDEX "Series_endedAt_nextAt_idx" ON "Series"("endedAt", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_ccgCode_promptId_kind_turn_key" ON "Delivery"("ccgCode", "promptId", "kind", "turn");

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_ccgCode_createdBy_fkey" FOREIGN KEY ("ccgCode", "createdBy") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_ccgCode_practiceCode_fkey" FOREIGN KEY ("ccgCode", "practiceCode") REFERENCES "Practice"("ccgCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_ccgCode_notedBy_fkey" FOREIGN KEY ("ccgCode", "notedBy") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

