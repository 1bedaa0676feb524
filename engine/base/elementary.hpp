#pragma once

namespace rembuk {

/// e^x with the same bits natively and in WebAssembly.
///
/// Errors   ≤ 1 ulp over the finite range; 0 below −745.2, +∞ above 709.8; NaN stays NaN.
/// Source   Cody and Waite range reduction, Remez polynomial as in FreeBSD msun e_exp.c (method).
[[nodiscard]] double exp(double x);

/// Natural logarithm with the same bits natively and in WebAssembly.
///
/// Errors   ≤ 1 ulp; −∞ at 0, NaN below 0.
/// Source   reduction to [√½, √2), series in s = f / (2 + f) as in FreeBSD msun e_log.c (method).
[[nodiscard]] double log(double x);

}  // namespace rembuk
