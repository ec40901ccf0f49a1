-- CreateEnum
CREATE TYPE "RefusedKind" AS ENUM ('nhs_number', 'hospital_number', 'date_of_birth', 'postcode', 'phone_number', 'email_address', 'patient');

-- CreateTable
CREATE TABLE "Refused" (
    "ccgCode" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" "RefusedKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Refused_pkey" PRIMARY KEY ("ccgCode","id")
);

-- AddForeignKey
ALTER TABLE "Refused" ADD CONSTRAINT "Refused_ccgCode_fkey" FOREIGN KEY ("ccgCode") REFERENCES "Ccg"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
