// Numbers and texts in a blob of ours: little-endian or of seven bits a byte, each list led by its
// length.
//
// Reading asks for no trust: what would lie past the end gives zeros and empty lists, and ok() says
// so afterwards. Lists cost no more memory than the blob has bytes.

#pragma once

#include <cstdint>
#include <limits>
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
    varint(text.size());
    out_.append(text);
    return *this;
  }

  template <typename Number>
  ByteWriter& list(const std::vector<Number>& numbers) {
    varint(numbers.size());
    for (const Number value : numbers) varint(value);
    return *this;
  }

  /// As they are, without a length.
  ByteWriter& bytes(std::string_view bytes) {
    out_.append(bytes);
    return *this;
  }

  /// Seven bits a byte, the lowest first: small numbers are short.
  ByteWriter& varint(std::uint64_t value) {
    for (; value > 0x7F; value >>= 7) out_.push_back(static_cast<char>(value | 0x80));
    out_.push_back(static_cast<char>(value));
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

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = number<std::uint8_t>();
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }

  /// A varint that has to fit; what does not is no blob of ours.
  template <typename Number>
  Number small() {
    const std::uint64_t value = varint();
    if (value > std::numeric_limits<Number>::max()) ok_ = false;
    return static_cast<Number>(value);
  }

  std::string_view text() {
    const auto size = small<std::uint32_t>();
    if (!has(size)) return {};
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }

  template <typename Number>
  std::vector<Number> list() {
    std::vector<Number> numbers(count(1));
    for (Number& value : numbers) value = small<Number>();
    return numbers;
  }

  /// The length of a list whose parts take `least_bytes` each or more; 0 when it cannot be there.
  std::size_t count(std::size_t least_bytes) {
    const auto size = small<std::uint32_t>();
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
