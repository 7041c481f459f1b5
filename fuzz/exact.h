// The fuzzer's bytes in a heap buffer of exactly their size, so that the sanitizer sees one byte
// read too many.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace amends::fuzz {

class Exact {
 public:
  Exact(const std::uint8_t* bytes, std::size_t size) : bytes_(new char[size]), size_(size) {
    if (size > 0) std::memcpy(bytes_.get(), bytes, size);
  }
  std::string_view text() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

}  // namespace amends::fuzz
