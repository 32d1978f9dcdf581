;; The vectors nearest to some others, in WebAssembly SIMD (simd128). Comes in: addresses in the imported memory; goes out: where product × scale lies
;; above a floor, and that product (int32). Vectors are 128 int8 one after another; those asked about lie four together, as 16 chunks of 4 × 8 int16:
;; what is loaded of a vector serves all four. 16 products at most 127 × 127 × 8 fit an int32 many times over.
;; Assembled into nearest.json, which tests/match/segments/nearest.test.ts compares with this.
(module
  (import "env" "memory" (memory 1))
  ;; Compares each of `count` vectors, one more where they are odd, with four. Goes out: 32 bytes for each that lies above any of the four floors, its number and,
  ;; 16 bytes on, its four products; and how many those are.
  (func (export "nearest") (param $four i32) (param $vector i32) (param $scale i32) (param $count i32) (param $floors i32) (param $out i32) (result i32)
    (local $i i32) (local $found i32) (local $chunk i32) (local $at i32) (local $end i32) (local $asked v128) (local $v v128) (local $w v128) (local $a v128) (local $b v128) (local $above v128)
    (local $v0 v128) (local $v1 v128) (local $v2 v128) (local $v3 v128) (local $w0 v128) (local $w1 v128) (local $w2 v128) (local $w3 v128)
    (local.set $above (v128.load (local.get $floors)))
    (local.set $end (i32.add (local.get $four) (i32.const 1024)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
      (local.set $v0 (v128.const i64x2 0 0))
      (local.set $v1 (v128.const i64x2 0 0))
      (local.set $v2 (v128.const i64x2 0 0))
      (local.set $v3 (v128.const i64x2 0 0))
      (local.set $w0 (v128.const i64x2 0 0))
      (local.set $w1 (v128.const i64x2 0 0))
      (local.set $w2 (v128.const i64x2 0 0))
      (local.set $w3 (v128.const i64x2 0 0))
      (local.set $chunk (local.get $four))
      (local.set $at (local.get $vector))
      (loop $chunks
        (local.set $v (v128.load8x8_s (local.get $at)))
        (local.set $w (v128.load8x8_s offset=128 (local.get $at)))
        (local.set $asked (v128.load (local.get $chunk)))
        (local.set $v0 (i32x4.add (local.get $v0) (i32x4.dot_i16x8_s (local.get $asked) (local.get $v))))
        (local.set $w0 (i32x4.add (local.get $w0) (i32x4.dot_i16x8_s (local.get $asked) (local.get $w))))
        (local.set $asked (v128.load offset=16 (local.get $chunk)))
        (local.set $v1 (i32x4.add (local.get $v1) (i32x4.dot_i16x8_s (local.get $asked) (local.get $v))))
        (local.set $w1 (i32x4.add (local.get $w1) (i32x4.dot_i16x8_s (local.get $asked) (local.get $w))))
        (local.set $asked (v128.load offset=32 (local.get $chunk)))
        (local.set $v2 (i32x4.add (local.get $v2) (i32x4.dot_i16x8_s (local.get $asked) (local.get $v))))
        (local.set $w2 (i32x4.add (local.get $w2) (i32x4.dot_i16x8_s (local.get $asked) (local.get $w))))
        (local.set $asked (v128.load offset=48 (local.get $chunk)))
        (local.set $v3 (i32x4.add (local.get $v3) (i32x4.dot_i16x8_s (local.get $asked) (local.get $v))))
        (local.set $w3 (i32x4.add (local.get $w3) (i32x4.dot_i16x8_s (local.get $asked) (local.get $w))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (local.set $chunk (i32.add (local.get $chunk) (i32.const 64)))
        (br_if $chunks (i32.lt_u (local.get $chunk) (local.get $end))))
      ;; Four products out of four rows of four.
      (local.set $a (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $v0) (local.get $v1))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $v0) (local.get $v1))))
      (local.set $b (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $v2) (local.get $v3))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $v2) (local.get $v3))))
      (local.set $v (i32x4.add
        (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $b))
        (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $b))))
      (local.set $a (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $w0) (local.get $w1))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $w0) (local.get $w1))))
      (local.set $b (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $w2) (local.get $w3))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $w2) (local.get $w3))))
      (local.set $w (i32x4.add
        (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $b))
        (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $b))))
      (if (v128.any_true (f32x4.gt (f32x4.mul (f32x4.convert_i32x4_s (local.get $v)) (v128.load32_splat (local.get $scale))) (local.get $above)))
        (then
          (i32.store (local.get $out) (local.get $i))
          (v128.store offset=16 (local.get $out) (local.get $v))
          (local.set $out (i32.add (local.get $out) (i32.const 32)))
          (local.set $found (i32.add (local.get $found) (i32.const 1)))))
      (if (v128.any_true (f32x4.gt (f32x4.mul (f32x4.convert_i32x4_s (local.get $w)) (v128.load32_splat offset=4 (local.get $scale))) (local.get $above)))
        (then
          (i32.store (local.get $out) (i32.add (local.get $i) (i32.const 1)))
          (v128.store offset=16 (local.get $out) (local.get $w))
          (local.set $out (i32.add (local.get $out) (i32.const 32)))
          (local.set $found (i32.add (local.get $found) (i32.const 1)))))
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (local.set $vector (i32.add (local.get $vector) (i32.const 256)))
      (local.set $scale (i32.add (local.get $scale) (i32.const 8)))
      (br $next)))
    (local.get $found))
  ;; Compares with each of four those of `count` vectors alone whose signs differ from its own in at most so many places as its number in `most` says: first they are
  ;; listed, so that the processor fetches several at a time. Goes out: 16 bytes for each pair above its floor, the vector's number, which of the four, and the product;
  ;; how many those are, and behind `floors` how many were compared.
  (func (export "alike") (param $four i32) (param $asked i32) (param $signs i32) (param $most i32) (param $vector i32) (param $scale i32) (param $count i32) (param $floors i32) (param $list i32) (param $out i32) (result i32)
    (local $i i32) (local $from i32) (local $to i32) (local $a i64) (local $b i64) (local $one i32) (local $at i32) (local $end i32) (local $product i32) (local $s v128) (local $t v128)
    (local $low0 i64) (local $high0 i64) (local $most0 i64) (local $low1 i64) (local $high1 i64) (local $most1 i64) (local $low2 i64) (local $high2 i64) (local $most2 i64) (local $low3 i64) (local $high3 i64) (local $most3 i64)
    (local.set $low0 (i64.load offset=0 (local.get $asked)))
    (local.set $high0 (i64.load offset=8 (local.get $asked)))
    (local.set $most0 (i64.extend_i32_s (i32.load offset=0 (local.get $most))))
    (local.set $low1 (i64.load offset=16 (local.get $asked)))
    (local.set $high1 (i64.load offset=24 (local.get $asked)))
    (local.set $most1 (i64.extend_i32_s (i32.load offset=4 (local.get $most))))
    (local.set $low2 (i64.load offset=32 (local.get $asked)))
    (local.set $high2 (i64.load offset=40 (local.get $asked)))
    (local.set $most2 (i64.extend_i32_s (i32.load offset=8 (local.get $most))))
    (local.set $low3 (i64.load offset=48 (local.get $asked)))
    (local.set $high3 (i64.load offset=56 (local.get $asked)))
    (local.set $most3 (i64.extend_i32_s (i32.load offset=12 (local.get $most))))
    (local.set $from (local.get $out))
    (local.set $to (local.get $list))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
      (local.set $a (i64.load (local.get $signs)))
      (local.set $b (i64.load offset=8 (local.get $signs)))
      (if (i64.le_s (i64.add (i64.popcnt (i64.xor (local.get $low0) (local.get $a))) (i64.popcnt (i64.xor (local.get $high0) (local.get $b)))) (local.get $most0))
        (then
          (i32.store (local.get $to) (i32.shl (local.get $i) (i32.const 2)))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))))
      (if (i64.le_s (i64.add (i64.popcnt (i64.xor (local.get $low1) (local.get $a))) (i64.popcnt (i64.xor (local.get $high1) (local.get $b)))) (local.get $most1))
        (then
          (i32.store (local.get $to) (i32.or (i32.shl (local.get $i) (i32.const 2)) (i32.const 1)))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))))
      (if (i64.le_s (i64.add (i64.popcnt (i64.xor (local.get $low2) (local.get $a))) (i64.popcnt (i64.xor (local.get $high2) (local.get $b)))) (local.get $most2))
        (then
          (i32.store (local.get $to) (i32.or (i32.shl (local.get $i) (i32.const 2)) (i32.const 2)))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))))
      (if (i64.le_s (i64.add (i64.popcnt (i64.xor (local.get $low3) (local.get $a))) (i64.popcnt (i64.xor (local.get $high3) (local.get $b)))) (local.get $most3))
        (then
          (i32.store (local.get $to) (i32.or (i32.shl (local.get $i) (i32.const 2)) (i32.const 3)))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (local.set $signs (i32.add (local.get $signs) (i32.const 16)))
      (br $next)))
    (i32.store offset=16 (local.get $floors) (i32.shr_u (i32.sub (local.get $to) (local.get $list)) (i32.const 2)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $list) (local.get $to)))
      (local.set $i (i32.shr_u (i32.load (local.get $list)) (i32.const 2)))
      (local.set $one (i32.and (i32.load (local.get $list)) (i32.const 3)))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (local.set $at (i32.add (local.get $vector) (i32.shl (local.get $i) (i32.const 7))))
      (local.set $end (i32.add (local.get $at) (i32.const 128)))
      (local.set $asked (i32.add (local.get $four) (i32.shl (local.get $one) (i32.const 4))))
      (local.set $s (v128.const i64x2 0 0))
      (local.set $t (v128.const i64x2 0 0))
      (loop $chunks
        (local.set $s (i32x4.add (local.get $s) (i32x4.dot_i16x8_s (v128.load (local.get $asked)) (v128.load8x8_s (local.get $at)))))
        (local.set $t (i32x4.add (local.get $t) (i32x4.dot_i16x8_s (v128.load offset=64 (local.get $asked)) (v128.load8x8_s offset=8 (local.get $at)))))
        (local.set $s (i32x4.add (local.get $s) (i32x4.dot_i16x8_s (v128.load offset=128 (local.get $asked)) (v128.load8x8_s offset=16 (local.get $at)))))
        (local.set $t (i32x4.add (local.get $t) (i32x4.dot_i16x8_s (v128.load offset=192 (local.get $asked)) (v128.load8x8_s offset=24 (local.get $at)))))
        (local.set $asked (i32.add (local.get $asked) (i32.const 256)))
        (local.set $at (i32.add (local.get $at) (i32.const 32)))
        (br_if $chunks (i32.lt_u (local.get $at) (local.get $end))))
      (local.set $s (i32x4.add (local.get $s) (local.get $t)))
      (local.set $s (i32x4.add (local.get $s) (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $s) (local.get $s))))
      (local.set $product (i32.add (i32x4.extract_lane 0 (local.get $s)) (i32x4.extract_lane 1 (local.get $s))))
      (if (f32.gt
            (f32.mul (f32.convert_i32_s (local.get $product)) (f32.load (i32.add (local.get $scale) (i32.shl (local.get $i) (i32.const 2)))))
            (f32.load (i32.add (local.get $floors) (i32.shl (local.get $one) (i32.const 2)))))
        (then
          (i32.store (local.get $out) (local.get $i))
          (i32.store offset=4 (local.get $out) (local.get $one))
          (i32.store offset=8 (local.get $out) (local.get $product))
          (local.set $out (i32.add (local.get $out) (i32.const 16)))))
      (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $from)) (i32.const 4)))
  ;; In how many places the signs of every so many-th vector differ from those asked about: one byte each.
  (func (export "distances") (param $asked i32) (param $signs i32) (param $every i32) (param $count i32) (param $out i32)
    (local $i i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
      (i32.store8 (i32.add (local.get $out) (local.get $i)) (i32.wrap_i64 (i64.add
        (i64.popcnt (i64.xor (i64.load (local.get $asked)) (i64.load (local.get $signs))))
        (i64.popcnt (i64.xor (i64.load offset=8 (local.get $asked)) (i64.load offset=8 (local.get $signs)))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (local.set $signs (i32.add (local.get $signs) (i32.shl (local.get $every) (i32.const 4))))
      (br $next))))
  ;; Signs of `count` vectors: 128 bits each, 1 for a number above 0.
  (func (export "signs") (param $vector i32) (param $count i32) (param $out i32)
    (local $i i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (i32.shl (local.get $count) (i32.const 3))))
      (i32.store16 (local.get $out) (i8x16.bitmask (i8x16.gt_s (v128.load (local.get $vector)) (v128.const i64x2 0 0))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (local.set $vector (i32.add (local.get $vector) (i32.const 16)))
      (local.set $out (i32.add (local.get $out) (i32.const 2)))
      (br $next))))
)
