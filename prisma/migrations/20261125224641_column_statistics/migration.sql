-- CreateTable
CREATE TABLE "ColumnStatistics" (
    "fileId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "filled" INTEGER NOT NULL,
    "distinct" INTEGER NOT NULL,
    "longest" INTEGER NOT NULL,
    "countedRows" INTEGER,
    "samples" TEXT[],
    "dates" JSONB NOT NULL,
    "values" JSONB,

    CONSTRAINT "ColumnStatistics_pkey" PRIMARY KEY ("fileId","index")
);
