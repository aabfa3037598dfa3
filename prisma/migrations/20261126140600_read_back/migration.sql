-- AlterEnum
ALTER TYPE "StepKind" ADD VALUE 'read_back';

-- AlterTable
ALTER TABLE "Step" ADD COLUMN     "remark" TEXT;
