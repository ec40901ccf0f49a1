-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "stale" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Delivery_stale_idx" ON "Delivery"("stale");
