-- DropIndex
DROP INDEX "Issue_fileId_idx";

-- DropIndex
DROP INDEX "Issue_migrationId_code_field_idx";

-- CreateIndex
CREATE INDEX "Issue_migrationId_code_field_fileId_recordId_idx" ON "Issue"("migrationId", "code", "field", "fileId", "recordId");
