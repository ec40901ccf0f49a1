-- Summaries that the bot posts by itself: one a month or a week, and what kept one from being posted.
ALTER TABLE "SummaryPost" ADD COLUMN "period" TEXT;
ALTER TABLE "SummaryPost" ADD COLUMN "error" TEXT;
CREATE UNIQUE INDEX "SummaryPost_ccgCode_period_key" ON "SummaryPost"("ccgCode", "period");
