// A list of texts → a short name for it that is the same wherever the same texts stand in the same order. Pure and at once, since
// a library's matters are named all together; no protection against anybody who wants two lists to meet.

/** 16 hexadecimal digits; two 32-bit FNV-1a sums with different beginnings. 100,000 lists meet by chance once in some 10⁹ libraries. */
export function fingerprint(texts: readonly string[]): string {
  let [first, second] = [0x811c9dc5, 0x01000193 ^ texts.length];
  for (const text of texts) {
    for (let i = 0; i <= text.length; i++) {
      const unit = i < text.length ? text.charCodeAt(i) : 0x1f;
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ (unit + i), 0x85ebca6b) ^ (second >>> 13);
    }
  }
  return [first, second].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
}
