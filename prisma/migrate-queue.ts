import { PostgresConnection } from "bullmq";

/**
 * Brings the tables of the job queue (BullMQ, schema "bullmq") to the version this BullMQ needs. Only when the queue
 * lives in Postgres, that is when REDIS_URL is not set. Doing it again changes nothing; two at once wait for each other.
 */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const connection = new PostgresConnection({ connectionString: databaseUrl, schema: "bullmq", migrate: true, max: 1 });
  try {
    await connection.waitUntilReady();
  } finally {
    await connection.close();
  }
}
