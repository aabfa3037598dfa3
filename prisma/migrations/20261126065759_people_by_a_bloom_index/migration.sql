-- CreateIndex
CREATE INDEX "Record_identity_bloom_idx" ON "Record" USING BRIN ("identity" text_bloom_ops) WITH (pages_per_range = 32);
