-- AlterTable
ALTER TABLE "CallPlace" ADD COLUMN     "isAwaited" BOOLEAN NOT NULL DEFAULT false;
