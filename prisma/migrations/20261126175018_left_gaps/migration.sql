-- AlterTable
ALTER TABLE "Step" ADD COLUMN     "leftGap" TEXT;
