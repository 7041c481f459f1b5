// Every input that once made a fuzz target fail, run again on each build (also under sanitizers).

#include <gtest/gtest.h>

#include <filesystem>

#include "base/json.h"
#include "check/calls.h"
#include "guide/guide.h"
#include "tests/support/oracle.h"

namespace amends::tests {
namespace {

TEST(Regressions, WhatAFuzzerOnceBrokeStaysWhole) {
  namespace fs = std::filesystem;
  int seen = 0;
  for (const char* folder : {"/fuzz/regressions", "/tests/cases/check/seeds"}) {
    for (const auto& entry : fs::recursive_directory_iterator(std::string(AMENDS_ROOT) + folder)) {
      if (!entry.is_regular_file()) continue;
      SCOPED_TRACE(entry.path());
      const std::string text = file_text(entry.path().string());
      static_cast<void>(base::json::parse(text));
      static_cast<void>(guide::Guide::read(text));
      static_cast<void>(check::answer_call(the_guide(), text));
      static_cast<void>(check::screen_call(the_guide(), text));
      const auto standing = check::check_call(the_guide(), text);
      EXPECT_EQ(standing.has_value(), check::agenda_call(the_guide(), text).has_value());
      ++seen;
    }
  }
  EXPECT_GE(seen, 3);
}

}  // namespace
}  // namespace amends::tests
