// Numbers and texts in a blob of ours: little-endian, each list led by its length.
//
// Reading asks for no trust: what would lie past the end gives zeros and empty lists, and ok() says
// so afterwards. Lists cost no more memory than the blob has bytes.

#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace amends::base {

class ByteWriter {
 public:
  template <typename Number>
  ByteWriter& number(Number value) {
    static_assert(std::is_integral_v<Number>);
    for (std::size_t i = 0; i < sizeof value; ++i) {
      out_.push_back(static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i)));
    }
    return *this;
  }

  ByteWriter& text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    out_.append(text);
    return *this;
  }

  template <typename Number>
  ByteWriter& list(const std::vector<Number>& numbers) {
    number(static_cast<std::uint32_t>(numbers.size()));
    for (const Number value : numbers) number(value);
    return *this;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <typename Number>
  Number number() {
    static_assert(std::is_integral_v<Number>);
    std::uint64_t value = 0;
    if (!has(sizeof(Number))) return 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    }
    rest_.remove_prefix(sizeof(Number));
    return static_cast<Number>(value);
  }

  std::string_view text() {
    const auto size = number<std::uint32_t>();
    if (!has(size)) return {};
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }

  template <typename Number>
  std::vector<Number> list() {
    const auto size = count(sizeof(Number));
    std::vector<Number> numbers(size);
    for (Number& value : numbers) value = number<Number>();
    return numbers;
  }

  /// The length of a list whose parts take `least_bytes` each or more; 0 when it cannot be there.
  std::size_t count(std::size_t least_bytes) {
    const auto size = number<std::uint32_t>();
    return has(std::size_t{size} * least_bytes) ? size : 0;
  }

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

 private:
  bool has(std::size_t bytes) {
    if (rest_.size() < bytes) ok_ = false;
    return ok_;
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace amends::base
