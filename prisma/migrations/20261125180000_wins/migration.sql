-- CreateEnum
CREATE TYPE "WinTapKind" AS ENUM ('interested', 'does_too');

-- AlterEnum
ALTER TYPE "RequestKind" ADD VALUE 'introduction';

-- AlterEnum

ALTER TYPE "ChangeKind" ADD VALUE 'win_shared';
ALTER TYPE "ChangeKind" ADD VALUE 'win_taken_back';

-- CreateTable
CREATE TABLE "Win" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "practiceCode" TEXT,
    "areaKey" TEXT,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,
    "postedAt" TIMESTAMPTZ(3),
    "channel" TEXT,
    "messageTs" TEXT,
    "takenBackAt" TIMESTAMPTZ(3),
    "stale" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Win_pkey" PRIMARY KEY ("ccgCode","id")
);

-- CreateTable
CREATE TABLE "WinTap" (
    "ccgCode" TEXT NOT NULL,
    "winId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "WinTapKind" NOT NULL,
    "practiceCode" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),
    "requestId" UUID,

    CONSTRAINT "WinTap_pkey" PRIMARY KEY ("ccgCode","winId","personId","kind")
);

-- CreateIndex
CREATE INDEX "Win_stale_idx" ON "Win"("stale");

-- AddForeignKey
ALTER TABLE "Win" ADD CONSTRAINT "Win_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Win" ADD CONSTRAINT "Win_ccgCode_authorId_fkey" FOREIGN KEY ("ccgCode", "authorId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Win" ADD CONSTRAINT "Win_ccgCode_practiceCode_fkey" FOREIGN KEY ("ccgCode", "practiceCode") REFERENCES "Practice"("ccgCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Win" ADD CONSTRAINT "Win_ccgCode_areaKey_fkey" FOREIGN KEY ("ccgCode", "areaKey") REFERENCES "Role"("ccgCode", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WinTap" ADD CONSTRAINT "WinTap_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WinTap" ADD CONSTRAINT "WinTap_ccgCode_winId_fkey" FOREIGN KEY ("ccgCode", "winId") REFERENCES "Win"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WinTap" ADD CONSTRAINT "WinTap_ccgCode_personId_fkey" FOREIGN KEY ("ccgCode", "personId") REFERENCES "Person"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WinTap" ADD CONSTRAINT "WinTap_ccgCode_practiceCode_fkey" FOREIGN KEY ("ccgCode", "practiceCode") REFERENCES "Practice"("ccgCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WinTap" ADD CONSTRAINT "WinTap_ccgCode_requestId_fkey" FOREIGN KEY ("ccgCode", "requestId") REFERENCES "Request"("ccgCode", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
