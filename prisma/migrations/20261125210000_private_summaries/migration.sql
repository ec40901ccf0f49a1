-- The month or week for which an engagement lead has had their private summary.
ALTER TABLE "Person" ADD COLUMN "summaryFor" TEXT;
