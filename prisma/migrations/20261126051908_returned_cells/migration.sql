-- AlterTable
ALTER TABLE "Fix" ADD COLUMN     "cells" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "columns" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "CellCorrection" (
    "fixId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "CellCorrection_pkey" PRIMARY KEY ("fixId","rowNumber","column")
);

-- CreateTable
CREATE TABLE "ProblemSheet" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "migrationId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "mappingVersion" INTEGER NOT NULL,
    "fixIds" UUID[],
    "rows" INTEGER,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProblemSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Return" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "sheetId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "columns" TEXT[],
    "idColumn" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fixId" UUID,

    CONSTRAINT "Return_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CellCorrection_fileId_rowNumber_idx" ON "CellCorrection"("fileId", "rowNumber");

-- CreateIndex
CREATE UNIQUE INDEX "ProblemSheet_number_key" ON "ProblemSheet"("number");

-- CreateIndex
CREATE INDEX "ProblemSheet_fileId_idx" ON "ProblemSheet"("fileId");

-- CreateIndex
CREATE INDEX "Return_fileId_idx" ON "Return"("fileId");
