#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/test.sh [arguments of ctest]: builds Pushscope with its tests and runs them; without arguments, all of them.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

ensure_packages "${build_packages[@]}" "${test_packages[@]}"
ensure_node
ensure_chromium
install_node_modules
# Always configured: whether Node and its packages are there decides which tests there are.
build dev -DPUSHSCOPE_TESTS=ON
say "Running the tests"
ctest --test-dir build/dev --output-on-failure -j2 --no-tests=error "$@"
