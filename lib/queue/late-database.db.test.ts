import { randomUUID } from "node:crypto";
import { once } from "node:events";
import net from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { freePort } from "../../bin/free-port.mjs";
import { withTestDatabase } from "../store/test-database.ts";
import { consume } from "./consume.ts";
import { makeQueues } from "./dispatch.ts";
import { laneOf } from "./jobs.ts";
import { QueueDown } from "./queue-down.ts";

const database = await withTestDatabase();
afterAll(() => database.drop());

/** The database behind an address where nobody listens until it is opened. */
async function lateDatabase() {
  const port = await freePort();
  const target = new URL(database.url);
  const address = new URL(database.url);
  address.host = `127.0.0.1:${port}`;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port || 5432), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  return {
    url: address.href,
    async open() {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test("a worker and a queue that were opened while the database was down do their work once it is back", async () => {
  const late = await lateDatabase();
  const place = { databaseUrl: late.url };
  const connectionId = randomUUID();
  const job = { deliveryId: randomUUID(), generation: 1 };
  const done: unknown[] = [];
  const consumer = consume(place, laneOf(connectionId), 5, async (_, payload) => void done.push(payload));
  const queues = makeQueues(place);
  await expect(queues.dispatch("deliver", job, { connectionId })).rejects.toThrow(QueueDown);

  await late.open();
  await vi.waitFor(() => queues.dispatch("deliver", job, { connectionId }), { timeout: 10_000, interval: 200 });
  await vi.waitFor(() => expect(done).toEqual([job]), { timeout: 10_000, interval: 50 });
  await consumer.close("at_once");
  await queues.close();
  late.close();
});
