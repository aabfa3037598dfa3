-- CreateIndex
CREATE INDEX "Delivery_in_lane_idx" ON "Delivery"("chunkId") WHERE ("notBefore" is null and status in ('queued', 'uncertain'));
