-- AlterTable
ALTER TABLE "Mapping" ADD COLUMN     "savedVersionId" UUID;

-- CreateTable
CREATE TABLE "SavedMapping" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "sourceSystem" TEXT NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "kind" "FileKind" NOT NULL DEFAULT 'clients',
    "entityType" "EntityType" NOT NULL,
    "retiredAt" TIMESTAMP(3),
    "retiredById" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedMapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedMappingVersion" (
    "id" UUID NOT NULL,
    "savedMappingId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "portable" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "madeOn" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedMappingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedMapping_sourceKey_nameKey_key" ON "SavedMapping"("sourceKey", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "SavedMappingVersion_savedMappingId_version_key" ON "SavedMappingVersion"("savedMappingId", "version");

-- CreateIndex
CREATE INDEX "Mapping_savedVersionId_idx" ON "Mapping"("savedVersionId");

-- AddForeignKey
ALTER TABLE "Mapping" ADD CONSTRAINT "Mapping_savedVersionId_fkey" FOREIGN KEY ("savedVersionId") REFERENCES "SavedMappingVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedMappingVersion" ADD CONSTRAINT "SavedMappingVersion_savedMappingId_fkey" FOREIGN KEY ("savedMappingId") REFERENCES "SavedMapping"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
