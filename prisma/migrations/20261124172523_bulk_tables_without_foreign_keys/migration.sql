-- DropForeignKey
ALTER TABLE "Issue" DROP CONSTRAINT "Issue_recordId_fkey";

-- DropForeignKey
ALTER TABLE "Record" DROP CONSTRAINT "Record_fileId_fkey";

-- DropForeignKey
ALTER TABLE "Record" DROP CONSTRAINT "Record_migrationId_fkey";

-- DropForeignKey
ALTER TABLE "SourceRow" DROP CONSTRAINT "SourceRow_fileId_fkey";
