-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "StepKind" ADD VALUE 'upload_file';
ALTER TYPE "StepKind" ADD VALUE 'upload_image';
ALTER TYPE "StepKind" ADD VALUE 'add_document';
ALTER TYPE "StepKind" ADD VALUE 'add_note';
ALTER TYPE "StepKind" ADD VALUE 'complete_task';
ALTER TYPE "StepKind" ADD VALUE 'run_check';
ALTER TYPE "StepKind" ADD VALUE 'await_check';
ALTER TYPE "StepKind" ADD VALUE 'approve';

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "compliance" JSONB NOT NULL DEFAULT '{}';
