// The name of a packed file of the encoder goes in, its bytes come out: the one place that fetches, and only from the
// package itself, which is all that our Content-Security-Policy allows. Knows nothing of what is in them.
import { ENCODER_FILES } from '../../lib/match/encoder/encoder';

/** Reads one of the encoder's files from the package that this script lies in. @throws Error when it isn't there, TypeError for another name */
export async function readOwnFile(file: string): Promise<ArrayBuffer> {
  if (!Object.values<string>(ENCODER_FILES).includes(file)) throw new TypeError('only the encoder’s files');
  const response = await fetch(new URL(`/encoder/${file}`, self.location.origin));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.arrayBuffer();
}
