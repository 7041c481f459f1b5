#include "journal/book.h"

#include <gtest/gtest.h>

#include "tests/support/oracle.h"

namespace amends::journal {
namespace {

using base::json::Value;
using tests::the_guide;

constexpr const char* kDevice = R"({"device":"101112131415161718191a1b1c1d1e1f"})";

TEST(Book, EmptyItGivesAWholeView) {
  auto book = Book::open(the_guide(), kDevice);
  ASSERT_TRUE(book);
  const auto view = book->fold(R"({"now_ms":1000,"offset_min":0})");
  ASSERT_TRUE(view);
  const auto value = base::json::parse(*view);
  ASSERT_TRUE(value);
  std::string names;
  for (const auto& [name, member] : value->members) names += name + " ";
  EXPECT_EQ(names, "state standing agenda raises rechecks moved contact drawer ");
}

}  // namespace
}  // namespace amends::journal
