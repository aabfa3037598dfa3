-- CreateTable
CREATE TABLE "SourceBlock" (
    "fileId" UUID NOT NULL,
    "firstRow" INTEGER NOT NULL,
    "lineNumbers" INTEGER[],
    "rows" TEXT NOT NULL,

    CONSTRAINT "SourceBlock_pkey" PRIMARY KEY ("fileId","firstRow")
);

-- Compressing blocks cost twice the whole of loading them.
ALTER TABLE "SourceBlock" ALTER COLUMN "rows" SET STORAGE EXTERNAL;

-- Rows that were stored one by one become blocks, as lib/store/row-block.ts writes them.
INSERT INTO "SourceBlock" ("fileId", "firstRow", "lineNumbers", "rows")
SELECT "fileId", min("rowNumber"), array_agg("lineNumber" ORDER BY "rowNumber"), string_agg(text, E'\x1e' ORDER BY "rowNumber")
FROM (
    SELECT "fileId", "rowNumber", "lineNumber", (
        SELECT coalesce(string_agg(replace(replace(replace(cell, E'\x1d', E'\x1d0'), E'\x1e', E'\x1d1'), E'\x1f', E'\x1d2'), E'\x1f' ORDER BY place), '')
        FROM unnest(cells) WITH ORDINALITY AS of_row(cell, place)
    ) AS text
    FROM "SourceRow"
) written
GROUP BY "fileId", ("rowNumber" - 1) / 64;

-- DropTable
DROP TABLE "SourceRow";
