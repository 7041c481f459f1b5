// Checks of our own mistakes. On in release too: a wrong standing is worse than none.

#pragma once

#define AMENDS_ASSERT(condition)        \
  do {                                  \
    if (!(condition)) __builtin_trap(); \
  } while (false)
