-- CreateIndex
CREATE INDEX "Delivery_in_lane_idx" ON "Delivery"("chunkId") WHERE ("notBefore" is null and (status = 'queued' or status = 'uncertain'));
