-- CreateEnum
CREATE TYPE "TouchReason" AS ENUM ('wished', 'busy', 'steady', 'elsewhere');

-- AlterTable
ALTER TABLE "Practice" ADD COLUMN     "lightReason" "TouchReason";
