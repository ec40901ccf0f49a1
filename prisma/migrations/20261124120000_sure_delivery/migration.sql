-- AlterEnum


ALTER TYPE "DeliveryReason" ADD VALUE 'app_refused';
ALTER TYPE "DeliveryReason" ADD VALUE 'our_mistake';
ALTER TYPE "DeliveryReason" ADD VALUE 'cancelled_by_hand';

-- AlterTable
ALTER TABLE "Ccg" ADD COLUMN     "pauseError" TEXT,
ADD COLUMN     "pausedUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "attemptedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Tick" (
    "job" TEXT NOT NULL,
    "moment" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Tick_pkey" PRIMARY KEY ("job","moment")
);

-- CreateTable
CREATE TABLE "Received" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Received_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Received_at_idx" ON "Received"("at");

-- CreateIndex
CREATE INDEX "Delivery_attemptedAt_idx" ON "Delivery"("attemptedAt");
