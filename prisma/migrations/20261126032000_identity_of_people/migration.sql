-- DropIndex
DROP INDEX "Record_identity_idx";

-- CreateIndex
CREATE INDEX "Record_identity_idx" ON "Record"("migrationId", "identity") WHERE (identity is not null and "entityType" = 'company');
