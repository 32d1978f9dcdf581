// In: a text. Out: the numbers of its pieces in the encoder's vocabulary, the likeliest split by their scores (a unigram model
// of SentencePiece, best path by Viterbi). Must not know what the numbers are for.

/** The mark that stands for a space, before each word. */
const SPACE = '\u2581';
/** The number of the piece that stands for what the vocabulary lacks. */
const UNKNOWN = 0;
/** The first six pieces are control signs, which never stand in a text. */
const CONTROLS = 6;
/** Longest text looked at, in UTF-16 units: 128 tokens of the longest piece. Nothing behind them reaches the encoder. */
const LONGEST = 2048;

/** A branch of the tree of pieces: by character, and, where a piece ends, its number. */
interface Branch {
  next: Map<string, Branch>;
  piece: number;
}

/** Splits texts into pieces. */
export interface Tokenizer {
  /** At most `most` numbers of pieces; none for a text without characters. */
  split(text: string, most: number): number[];
}

/** The text as the vocabulary spells it: compatibility forms folded, invisible characters dropped, spaces as marks. */
function spell(text: string): string[] {
  const plain = text.slice(0, LONGEST).normalize('NFKC').replace(/\p{Cf}/gu, '').replace(/\s+/gu, ' ').trim();
  return plain === '' ? [] : [...(SPACE + plain.replaceAll(' ', SPACE))];
}

/** A tokenizer over pieces and their scores (logarithms of probability), both by number. */
export function tokenizer(pieces: string[], scores: ArrayLike<number>): Tokenizer {
  const root: Branch = { next: new Map(), piece: -1 };
  for (let i = CONTROLS; i < pieces.length; i++) {
    let node = root;
    for (const sign of pieces[i]!) {
      let next = node.next.get(sign);
      if (!next) node.next.set(sign, (next = { next: new Map(), piece: -1 }));
      node = next;
    }
    node.piece = i;
  }

  return {
    split(text, most) {
      const signs = spell(text);
      // best[i]: score of the best split of the first i signs; by which piece it ends, and where that piece begins.
      const best = new Float64Array(signs.length + 1).fill(-Infinity);
      const piece = new Int32Array(signs.length + 1);
      const from = new Int32Array(signs.length + 1);
      best[0] = 0;
      for (let i = 0; i < signs.length; i++) {
        // An unknown sign costs nothing, as in the reference: there is no other way across it.
        if ((root.next.get(signs[i]!)?.piece ?? -1) < 0) reach(i, i + 1, UNKNOWN, 0);
        let node: Branch | undefined = root;
        for (let end = i + 1; end <= signs.length && (node = node.next.get(signs[end - 1]!)); end++) {
          if (node.piece >= 0) reach(i, end, node.piece, scores[node.piece]!);
        }
      }
      return trace();

      function reach(start: number, end: number, number: number, score: number): void {
        const sum = best[start]! + score;
        if (sum < best[end]!) return; // of equals the later start wins, as in the reference
        best[end] = sum;
        piece[end] = number;
        from[end] = start;
      }

      function trace(): number[] {
        const found: number[] = [];
        for (let end = signs.length; end > 0; end = from[end]!) {
          // Neighbouring unknowns count as one.
          if (piece[end] !== UNKNOWN || found.at(-1) !== UNKNOWN) found.push(piece[end]!);
        }
        return found.reverse().slice(0, most);
      }
    },
  };
}
