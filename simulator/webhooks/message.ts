/** A webhook as it waits in the queue; the secret is added when it leaves. API contract §8.2. */
export type Message = { id: string; event: string; timestamp: number; data: Record<string, unknown> };
