;; The encoder's arithmetic in WebAssembly SIMD (simd128). Comes in: addresses in the imported memory; goes out: numbers
;; written there. Weights are int8, activations int16 (quantised row by row), sums int32, everything else float32.
;; Knows nothing of the network: forward.ts calls it layer by layer. Assembled by scripts/pack-encoder.ts.
(module
  (import "env" "memory" (memory 1))

  ;; out[t][n] = max(floor, (a · w) × weight scale[n] × row scale[t] + bias[n]), for groups of 4 rows and blocks of 8 columns.
  ;; Weights lie as [n/8][k/2][8][2], activations as [t/4][k/2][4][2]: 16 bytes for each pair of k on either side, so that one
  ;; i32x4.dot_i16x8_s adds a pair of k to four columns at once, and no sum across lanes is left at the end. k divides by 4.
  (func (export "multiply")
    (param $weights i32) (param $weightScales i32) (param $bias i32) (param $k i32) (param $n i32)
    (param $rows i32) (param $rowScales i32) (param $groups i32) (param $out i32) (param $floor f32)
    (local $bytes i32) (local $columns i32) (local $group i32) (local $w i32) (local $a i32) (local $end i32)
    (local $scales i32) (local $to i32) (local $stride i32)
    (local $w0 v128) (local $w1 v128) (local $x v128) (local $s0 v128) (local $s1 v128) (local $b0 v128) (local $b1 v128) (local $low v128)
    (local $c00 v128) (local $c01 v128) (local $c10 v128) (local $c11 v128)
    (local $c20 v128) (local $c21 v128) (local $c30 v128) (local $c31 v128)
    (local.set $bytes (i32.shl (local.get $k) (i32.const 3)))
    (local.set $stride (i32.shl (local.get $n) (i32.const 2)))
    (local.set $low (f32x4.splat (local.get $floor)))
    (local.set $columns (i32.shr_u (local.get $n) (i32.const 3)))
    (loop $nextColumns
      (local.set $s0 (v128.load (local.get $weightScales)))
      (local.set $s1 (v128.load offset=16 (local.get $weightScales)))
      (local.set $b0 (v128.load (local.get $bias)))
      (local.set $b1 (v128.load offset=16 (local.get $bias)))
      (local.set $a (local.get $rows))
      (local.set $scales (local.get $rowScales))
      (local.set $to (local.get $out))
      (local.set $group (local.get $groups))
      (loop $nextGroup
        (local.set $w (local.get $weights))
        (local.set $end (i32.add (local.get $w) (local.get $bytes)))
        (local.set $c00 (v128.const i32x4 0 0 0 0)) (local.set $c01 (v128.const i32x4 0 0 0 0))
        (local.set $c10 (v128.const i32x4 0 0 0 0)) (local.set $c11 (v128.const i32x4 0 0 0 0))
        (local.set $c20 (v128.const i32x4 0 0 0 0)) (local.set $c21 (v128.const i32x4 0 0 0 0))
        (local.set $c30 (v128.const i32x4 0 0 0 0)) (local.set $c31 (v128.const i32x4 0 0 0 0))
        (loop $nextPairs
          (local.set $w0 (v128.load8x8_s (local.get $w)))
          (local.set $w1 (v128.load8x8_s offset=8 (local.get $w)))
          (local.set $x (v128.load32_splat (local.get $a)))
          (local.set $c00 (i32x4.add (local.get $c00) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
          (local.set $c01 (i32x4.add (local.get $c01) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat offset=4 (local.get $a)))
          (local.set $c10 (i32x4.add (local.get $c10) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
          (local.set $c11 (i32x4.add (local.get $c11) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat offset=8 (local.get $a)))
          (local.set $c20 (i32x4.add (local.get $c20) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
          (local.set $c21 (i32x4.add (local.get $c21) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat offset=12 (local.get $a)))
          (local.set $c30 (i32x4.add (local.get $c30) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
          (local.set $c31 (i32x4.add (local.get $c31) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
          (local.set $w0 (v128.load8x8_s offset=16 (local.get $w)))
          (local.set $w1 (v128.load8x8_s offset=24 (local.get $w)))
          (local.set $x (v128.load32_splat offset=16 (local.get $a)))
          (local.set $c00 (i32x4.add (local.get $c00) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
          (local.set $c01 (i32x4.add (local.get $c01) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat offset=20 (local.get $a)))
          (local.set $c10 (i32x4.add (local.get $c10) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
          (local.set $c11 (i32x4.add (local.get $c11) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat offset=24 (local.get $a)))
          (local.set $c20 (i32x4.add (local.get $c20) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
          (local.set $c21 (i32x4.add (local.get $c21) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
          (local.set $x (v128.load32_splat offset=28 (local.get $a)))
          (local.set $c30 (i32x4.add (local.get $c30) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
          (local.set $c31 (i32x4.add (local.get $c31) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
          (local.set $a (i32.add (local.get $a) (i32.const 32)))
          (br_if $nextPairs (i32.lt_u (local.tee $w (i32.add (local.get $w) (i32.const 32))) (local.get $end))))

        (local.set $x (v128.load32_splat (local.get $scales)))
        (v128.store (local.get $to) (f32x4.max (local.get $low) (f32x4.add (local.get $b0)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c00)) (f32x4.mul (local.get $s0) (local.get $x))))))
        (v128.store offset=16 (local.get $to) (f32x4.max (local.get $low) (f32x4.add (local.get $b1)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c01)) (f32x4.mul (local.get $s1) (local.get $x))))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (local.set $x (v128.load32_splat offset=4 (local.get $scales)))
        (v128.store (local.get $to) (f32x4.max (local.get $low) (f32x4.add (local.get $b0)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c10)) (f32x4.mul (local.get $s0) (local.get $x))))))
        (v128.store offset=16 (local.get $to) (f32x4.max (local.get $low) (f32x4.add (local.get $b1)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c11)) (f32x4.mul (local.get $s1) (local.get $x))))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (local.set $x (v128.load32_splat offset=8 (local.get $scales)))
        (v128.store (local.get $to) (f32x4.max (local.get $low) (f32x4.add (local.get $b0)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c20)) (f32x4.mul (local.get $s0) (local.get $x))))))
        (v128.store offset=16 (local.get $to) (f32x4.max (local.get $low) (f32x4.add (local.get $b1)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c21)) (f32x4.mul (local.get $s1) (local.get $x))))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (local.set $x (v128.load32_splat offset=12 (local.get $scales)))
        (v128.store (local.get $to) (f32x4.max (local.get $low) (f32x4.add (local.get $b0)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c30)) (f32x4.mul (local.get $s0) (local.get $x))))))
        (v128.store offset=16 (local.get $to) (f32x4.max (local.get $low) (f32x4.add (local.get $b1)
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $c31)) (f32x4.mul (local.get $s1) (local.get $x))))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (local.set $scales (i32.add (local.get $scales) (i32.const 16)))
        (br_if $nextGroup (local.tee $group (i32.sub (local.get $group) (i32.const 1)))))
      (local.set $weights (local.get $end))
      (local.set $weightScales (i32.add (local.get $weightScales) (i32.const 32)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 32)))
      (local.set $out (i32.add (local.get $out) (i32.const 32)))
      (br_if $nextColumns (local.tee $columns (i32.sub (local.get $columns) (i32.const 1))))))

  ;; The sum of the four lanes.
  (func $across (param $v v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v)))
      (f32.add (f32x4.extract_lane 2 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))

  ;; One row of k floats as int16 in the layout that `multiply` reads, lane 0 to 3 of its group; answers the row's scale.
  ;; The largest becomes 8191: 1536 products of 8191 × 127 still fit an int32. k divides by 8.
  (func (export "quantise") (param $from i32) (param $k i32) (param $to i32) (param $lane i32) (result f32)
    (local $at i32) (local $end i32) (local $v v128) (local $most f32)
    (local.set $at (local.get $from))
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $k) (i32.const 2))))
    (loop $next
      (local.set $v (f32x4.max (local.get $v) (f32x4.abs (v128.load (local.get $at)))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.set $most (f32.max
      (f32.max (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v)))
      (f32.max (f32x4.extract_lane 2 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))
    (local.set $most (f32.max (local.get $most) (f32.const 1e-20)))
    (local.set $v (f32x4.splat (f32.div (f32.const 8191) (local.get $most))))
    (local.set $to (i32.add (local.get $to) (i32.shl (local.get $lane) (i32.const 2))))
    (loop $next
      (call $scatter (local.get $to) (i16x8.narrow_i32x4_s
        (call $whole (f32x4.mul (local.get $v) (v128.load (local.get $from))))
        (call $whole (f32x4.mul (local.get $v) (v128.load offset=16 (local.get $from))))))
      (local.set $to (i32.add (local.get $to) (i32.const 64)))
      (br_if $next (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 32))) (local.get $end))))
    (f32.div (local.get $most) (f32.const 8191)))

  ;; The nearest whole numbers of floats below 2^22 in size: added to 1.5 × 2^23 (0x4b400000), a float's last bits are the number.
  (func $whole (param $v v128) (result v128)
    (i32x4.sub (f32x4.add (local.get $v) (v128.const f32x4 12582912 12582912 12582912 12582912)) (v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000)))

  (func $scatter (param $to i32) (param $v v128)
    (v128.store32_lane 0 (local.get $to) (local.get $v))
    (v128.store32_lane offset=16 1 (local.get $to) (local.get $v))
    (v128.store32_lane offset=32 2 (local.get $to) (local.get $v))
    (v128.store32_lane offset=48 3 (local.get $to) (local.get $v)))

  ;; One row of k floats brought to mean 0 and variance 1, times scale, plus bias. 1e-6 is the network's own.
  (func (export "normalise") (param $from i32) (param $to i32) (param $k i32) (param $scale i32) (param $bias i32)
    (local $bytes i32) (local $i i32) (local $sum v128) (local $mean v128) (local $v v128) (local $factor v128)
    (local.set $bytes (i32.shl (local.get $k) (i32.const 2)))
    (loop $next
      (local.set $sum (f32x4.add (local.get $sum) (v128.load (i32.add (local.get $from) (local.get $i)))))
      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes))))
    (local.set $mean (f32x4.splat (f32.div (call $across (local.get $sum)) (f32.convert_i32_u (local.get $k)))))
    (local.set $sum (v128.const f32x4 0 0 0 0))
    (local.set $i (i32.const 0))
    (loop $next
      (local.set $v (f32x4.sub (v128.load (i32.add (local.get $from) (local.get $i))) (local.get $mean)))
      (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul (local.get $v) (local.get $v))))
      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes))))
    (local.set $factor (f32x4.splat (f32.div (f32.const 1) (f32.sqrt
      (f32.add (f32.const 1e-6) (f32.div (call $across (local.get $sum)) (f32.convert_i32_u (local.get $k))))))))
    (local.set $i (i32.const 0))
    (loop $next
      (v128.store (i32.add (local.get $to) (local.get $i)) (f32x4.add (v128.load (i32.add (local.get $bias) (local.get $i)))
        (f32x4.mul (f32x4.mul (local.get $factor) (v128.load (i32.add (local.get $scale) (local.get $i))))
          (f32x4.sub (v128.load (i32.add (local.get $from) (local.get $i))) (local.get $mean)))))
      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes)))))

  ;; One query of `bytes` bytes against `count` keys that lie `stride` bytes apart: their products, as floats.
  (func (export "compare") (param $query i32) (param $key i32) (param $stride i32) (param $count i32) (param $bytes i32) (param $out i32)
    (local $i i32) (local $sum v128)
    (loop $nextKey
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $i (i32.const 0))
      (loop $next
        (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul
          (v128.load (i32.add (local.get $query) (local.get $i))) (v128.load (i32.add (local.get $key) (local.get $i))))))
        (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes))))
      (f32.store (local.get $out) (call $across (local.get $sum)))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $key (i32.add (local.get $key) (local.get $stride)))
      (br_if $nextKey (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; The sum of `count` values of `bytes` bytes, `stride` bytes apart, each times its share (a float).
  (func (export "blend") (param $shares i32) (param $value i32) (param $stride i32) (param $count i32) (param $bytes i32) (param $out i32)
    (local $i i32) (local $at i32) (local $share i32) (local $left i32) (local $sum v128)
    (loop $nextLanes
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $at (i32.add (local.get $value) (local.get $i)))
      (local.set $share (local.get $shares))
      (local.set $left (local.get $count))
      (loop $next
        (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul (v128.load32_splat (local.get $share)) (v128.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        (local.set $share (i32.add (local.get $share) (i32.const 4)))
        (br_if $next (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (v128.store (i32.add (local.get $out) (local.get $i)) (local.get $sum))
      (br_if $nextLanes (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes)))))
)
