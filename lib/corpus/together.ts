// Requests to one transaction go in, as functions that make them; all their answers come out. Knows no database and no record.

/**
 * Asks a transaction for several things at once, in this order, and waits for all: to wait for each answer takes longer than to store a record. What is thrown in asking counts as
 * an answer too, so that none is left without anybody to hear of its failure.
 */
export function together<T extends readonly (() => Promise<unknown>)[]>(...requests: T): Promise<{ -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> }> {
  return Promise.all(requests.map(async (request) => request())) as Promise<{ -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> }>;
}
