-- AlterTable
ALTER TABLE "Received" ADD COLUMN     "done" BOOLEAN NOT NULL DEFAULT false;
