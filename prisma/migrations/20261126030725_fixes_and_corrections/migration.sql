-- CreateTable
CREATE TABLE "Fix" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "fields" TEXT[],
    "records" INTEGER NOT NULL,
    "rechecked" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" TEXT,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "Fix_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "fixId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("fixId","recordId","field")
);

-- CreateIndex
CREATE INDEX "Fix_migrationId_at_idx" ON "Fix"("migrationId", "at");

-- CreateIndex
CREATE INDEX "Correction_recordId_idx" ON "Correction"("recordId");

-- CreateIndex
CREATE INDEX "Correction_fileId_idx" ON "Correction"("fileId");
