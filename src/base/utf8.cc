#include "base/utf8.h"

#include "base/assert.h"

namespace amends::base {
namespace {

struct Lead {
  std::size_t length;          // Bytes in the whole sequence; 0 where no sequence starts so.
  unsigned char second_least;  // The range of the second byte, which is where forms go wrong.
  unsigned char second_most;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool continues(std::string_view bytes, std::size_t at, const Lead& lead) {
  if (lead.length == 0 || bytes.size() - at < lead.length) return false;
  if (lead.length == 1) return true;
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  if (second < lead.second_least || second > lead.second_most) return false;
  for (std::size_t i = 2; i < lead.length; ++i) {
    if ((static_cast<unsigned char>(bytes[at + i]) & 0xC0) != 0x80) return false;
  }
  return true;
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Lead lead = lead_of(static_cast<unsigned char>(bytes[at]));
    if (!continues(bytes, at, lead)) return at;
    at += lead.length;
  }
  return std::nullopt;
}

Decoded decode_utf8(std::string_view bytes, std::size_t at) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const Lead lead = lead_of(first);
  if (!continues(bytes, at, lead)) return {};
  if (lead.length == 1) return {first, 1};
  std::uint32_t code_point = first & (0x7Fu >> lead.length);
  for (std::size_t i = 1; i < lead.length; ++i) {
    code_point = (code_point << 6) | (static_cast<unsigned char>(bytes[at + i]) & 0x3Fu);
  }
  return {code_point, lead.length};
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  AMENDS_ASSERT(code_point < 0x110000 && (code_point < 0xD800 || code_point > 0xDFFF));
  const auto byte = [&out](std::uint32_t value) { out.push_back(static_cast<char>(value)); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xC0 | (code_point >> 6));
    byte(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    byte(0xE0 | (code_point >> 12));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  } else {
    byte(0xF0 | (code_point >> 18));
    byte(0x80 | ((code_point >> 12) & 0x3F));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  }
}

}  // namespace amends::base
