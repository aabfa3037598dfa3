-- CreateIndex
CREATE INDEX "Delivery_migrationId_connectionId_status_idx" ON "Delivery"("migrationId", "connectionId", "status");

-- CreateIndex
CREATE INDEX "Record_migrationId_fileId_readiness_entityType_idx" ON "Record"("migrationId", "fileId", "readiness", "entityType");
