// A database as the release with schema 2 left it: records by store go in, the database lies there under that name. One function that
// needs nothing around it, so that a page of a real browser can be given it too.

/** Records by store, as they lie there; `meta` holds one, under the key 'corpus'. */
export type Laid = Record<string, unknown[]>;

/** Lays it down; what was there under that name goes first. */
export async function laySchema2({ name, laid }: { name: string; laid: Laid }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error as Error);
  });
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      result.createObjectStore('articles', { keyPath: 'id' });
      result.createObjectStore('operations', { keyPath: 'id' }).createIndex('at', 'at');
      result.createObjectStore('tombstones', { keyPath: 'id' }).createIndex('until', 'undo.until');
      result.createObjectStore('meta');
      result.createObjectStore('made', { keyPath: 'key' }).createIndex('article', 'article');
      const links = result.createObjectStore('links', { keyPath: 'id' });
      links.createIndex('touches', 'touches', { multiEntry: true });
      links.createIndex('engine', 'engine');
      result.createObjectStore('disputes', { keyPath: 'id' }).createIndex('articles', 'articles', { multiEntry: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  const tx = db.transaction(Object.keys(laid), 'readwrite');
  for (const [store, records] of Object.entries(laid)) for (const record of records) tx.objectStore(store).put(record, ...(store === 'meta' ? ['corpus'] : []));
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error as Error);
  });
  db.close();
}

/** The golden records with so many more articles, each the first one under another id. */
export function withMore(golden: { articles: { id: string }[] }, more: number): Laid {
  const [article] = golden.articles;
  const text = JSON.stringify(article);
  const others = Array.from({ length: more }, (_, at) => JSON.parse(text.replaceAll(article!.id, `another-${at}`)) as unknown);
  return { ...golden, articles: [...golden.articles, ...others] };
}
