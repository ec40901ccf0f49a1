-- AlterTable
ALTER TABLE "Series" ADD COLUMN     "unsentAt" TIMESTAMPTZ(3),
ADD COLUMN     "unsentWhy" TEXT;
