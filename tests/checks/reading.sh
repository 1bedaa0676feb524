#!/usr/bin/env bash
# The employee's Indonesian texts are easy to read: reading.mjs says how that is measured.
exec node "$(dirname "${BASH_SOURCE[0]}")/reading.mjs" "$(dirname "${BASH_SOURCE[0]}")/../.."
