-- CreateEnum
CREATE TYPE "DocumentUse" AS ENUM ('file', 'document');

-- CreateEnum
CREATE TYPE "DocumentSide" AS ENUM ('FRONT', 'BACK', 'FACE');

-- CreateEnum
CREATE TYPE "BundleStatus" AS ENUM ('uploaded', 'unpacking', 'unpacked', 'unreadable', 'withdrawn');

-- AlterEnum
ALTER TYPE "FileKind" ADD VALUE 'documents';

-- AlterEnum
ALTER TYPE "RecordRole" ADD VALUE 'document';

-- CreateTable
CREATE TABLE "ManifestLine" (
    "recordId" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "ownerReference" TEXT,
    "fileName" TEXT,
    "pathKey" TEXT,
    "nameKey" TEXT,
    "use" "DocumentUse",
    "category" TEXT,
    "documentType" TEXT,
    "side" "DocumentSide",
    "expiresOn" TEXT,
    "title" TEXT,
    "ownerId" UUID,
    "documentId" UUID,

    CONSTRAINT "ManifestLine_pkey" PRIMARY KEY ("recordId")
);

-- CreateTable
CREATE TABLE "DocumentBundle" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "BundleStatus" NOT NULL DEFAULT 'uploaded',
    "sizeBytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "entries" INTEGER,
    "doneEntries" INTEGER NOT NULL DEFAULT 0,
    "leftOut" INTEGER NOT NULL DEFAULT 0,
    "unreadableReason" TEXT,
    "unpackingSince" TIMESTAMP(3),
    "uploadedById" TEXT NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentBundle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "bundleId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "pathKey" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "ownerTokens" TEXT[],
    "sizeBytes" BIGINT NOT NULL,
    "sha256" TEXT,
    "mediaType" TEXT,
    "storageKey" TEXT,
    "sealedKey" TEXT,
    "refusalCode" TEXT,
    "refusedBecause" TEXT,
    "proposedId" UUID,
    "ownerId" UUID,
    "use" "DocumentUse",
    "category" TEXT,
    "documentType" TEXT,
    "side" "DocumentSide",
    "expiresOn" TEXT,
    "acceptedById" TEXT,
    "acceptedAt" TIMESTAMP(3),

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ManifestLine_migrationId_nameKey_idx" ON "ManifestLine"("migrationId", "nameKey");

-- CreateIndex
CREATE INDEX "ManifestLine_ownerId_idx" ON "ManifestLine"("ownerId");

-- CreateIndex
CREATE INDEX "ManifestLine_documentId_idx" ON "ManifestLine"("documentId");

-- CreateIndex
CREATE INDEX "DocumentBundle_migrationId_idx" ON "DocumentBundle"("migrationId");

-- CreateIndex
CREATE INDEX "DocumentBundle_sha256_idx" ON "DocumentBundle"("sha256");

-- CreateIndex
CREATE INDEX "Document_migrationId_nameKey_idx" ON "Document"("migrationId", "nameKey");

-- CreateIndex
CREATE INDEX "Document_migrationId_sha256_idx" ON "Document"("migrationId", "sha256");

-- CreateIndex
CREATE INDEX "Document_ownerId_idx" ON "Document"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_bundleId_place_key" ON "Document"("bundleId", "place");

-- AddForeignKey
ALTER TABLE "DocumentBundle" ADD CONSTRAINT "DocumentBundle_migrationId_fkey" FOREIGN KEY ("migrationId") REFERENCES "Migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "DocumentBundle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
