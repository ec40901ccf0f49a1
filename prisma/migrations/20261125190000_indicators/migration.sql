-- AlterEnum
ALTER TYPE "ChangeKind" ADD VALUE 'indicators_imported';
ALTER TYPE "ChangeKind" ADD VALUE 'figures_seen';

-- CreateTable
CREATE TABLE "Figure" (
    "ccgCode" TEXT NOT NULL,
    "practiceCode" TEXT NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "numerator" DOUBLE PRECISION,
    "denominator" DOUBLE PRECISION,
    "expected" DOUBLE PRECISION,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("ccgCode","practiceCode","indicatorId","period")
);

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_ccgCode_practiceCode_fkey" FOREIGN KEY ("ccgCode", "practiceCode") REFERENCES "Practice"("ccgCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;
