#include "packc/reader_model.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <vector>

#include "base/bytes.h"
#include "reader/model.h"

namespace amends::packc {
namespace {

constexpr std::string_view kFile = "lang/en/reader/model.txt";
constexpr std::size_t kNumbers = 4;  // Of a column: bias, scale, alone, agrees.

struct Read {
  std::vector<std::array<double, kNumbers>> columns;
  std::vector<std::uint32_t> keys;
  std::vector<std::string> steps;  // One letter a column, "5" for -3 to "b" for 3.
};

bool is_steps(const std::string& steps) {
  return steps.size() == reader::kColumns &&
         steps.find_first_not_of("123456789abcdef") == std::string::npos;
}

// "column pressure -1.2 0.01 0.4 0.1" or "row 0a3f2c 8887…".
bool take_line(const std::string& line, Read& out) {
  std::istringstream in(line);
  std::string kind;
  std::string name;
  in >> kind >> name;
  if (kind == "column") {
    auto& column = out.columns.emplace_back();
    for (double& number : column) in >> number;
    return !in.fail();
  }
  std::uint32_t key = 0;
  const auto parsed = std::from_chars(name.data(), name.data() + name.size(), key, 16);
  std::string steps;
  in >> steps;
  const bool ascends = out.keys.empty() || key > out.keys.back();
  if (kind != "row" || parsed.ec != std::errc() || key >= reader::kFeatureKeys || !ascends ||
      !is_steps(steps)) {
    return false;
  }
  out.keys.push_back(key);
  out.steps.push_back(std::move(steps));
  return true;
}

std::uint8_t step_at(const Read& read, std::size_t row, std::size_t column) {
  if (row >= read.steps.size()) return 8;
  const char c = read.steps[row][column];
  return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

std::string packed(const Read& read) {
  base::ByteWriter out;
  for (const auto& column : read.columns) {
    for (const double number : column) {
      out.number(static_cast<std::uint32_t>(
          static_cast<std::int32_t>(std::lround(number * reader::kFine))));
    }
  }
  out.varint(read.keys.size());
  std::uint32_t before = 0;
  for (const std::uint32_t key : read.keys) {
    out.varint(key - before);
    before = key;
  }
  for (std::size_t column = 0; column < reader::kColumns; ++column) {
    for (std::size_t row = 0; row < read.keys.size(); row += 2) {
      const int both = step_at(read, row, column) | step_at(read, row + 1, column) << 4;
      out.number(static_cast<std::uint8_t>(both));
    }
  }
  return out.take();
}

}  // namespace

std::string packed_model(const std::filesystem::path& root, Problems& problems) {
  std::ifstream in(root / kFile);
  Read read;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#' || take_line(line, read)) continue;
    problems.add_unreadable(kFile, "line " + std::to_string(number) +
                                       " is no column and no row; \"make model\" writes this file");
    return {};
  }
  if (read.columns.size() != reader::kColumns) {
    problems.add_unreadable(kFile, "this file has " + std::to_string(read.columns.size()) +
                                       " columns; \"make model\" writes it anew");
    return {};
  }
  return packed(read);
}

}  // namespace amends::packc
