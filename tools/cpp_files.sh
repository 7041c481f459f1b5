#!/usr/bin/env bash
# The C++ files of the house, one a line.
cd "$(dirname "$0")/.."
git ls-files -co --exclude-standard 'src/*.h' 'src/*.cc' 'tools/*.h' 'tools/*.cc' \
  'tests/*.h' 'tests/*.cc' 'fuzz/*.h' 'fuzz/*.cc' 'bench/*.cc'
