#include "base/json.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "base/assert.h"
#include "base/utf8.h"

namespace amends::base::json {
namespace {

constexpr int kMostDepth = 64;
constexpr std::size_t kFewMembers = 16;  // Up to here a scan finds a repeated name fastest.

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Result<Value> document() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = line_start_ = 3;
    AMENDS_TRY(value, any(0));
    skip_space();
    if (at_ != text_.size()) return fail(ErrorCode::malformed, place());
    return std::move(value);
  }

 private:
  Place place() const { return {line_, static_cast<std::uint32_t>(at_ - line_start_ + 1)}; }

  void skip_space() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
    }
  }

  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  Result<Value> any(int depth) {
    skip_space();
    if (depth > kMostDepth) return fail(ErrorCode::too_deep, place());
    if (at_ >= text_.size()) return fail(ErrorCode::malformed, place());
    switch (text_[at_]) {
      case '{':
        return object(depth);
      case '[':
        return list(depth);
      case '"':
        return string_value();
      case 't':
        return word("true", Kind::boolean);
      case 'f':
        return word("false", Kind::boolean);
      case 'n':
        return word("null", Kind::null);
      default:
        return number();
    }
  }

  Result<Value> word(std::string_view word, Kind kind) {
    if (!text_.substr(at_).starts_with(word)) return fail(ErrorCode::malformed, place());
    Value value;
    value.kind = kind;
    value.at = place();
    value.truth = word == "true";
    at_ += word.size();
    return value;
  }

  // Nothing of ours has fractions, and doubles would bring 16 kB of tables into the WASM core.
  Result<Value> number() {
    Value value;
    value.kind = Kind::integer;
    value.at = place();
    const char* first = text_.data() + at_;
    const char* last = text_.data() + text_.size();
    const char* digits = first + (first != last && *first == '-' ? 1 : 0);
    if (digits != last && *digits == '0' && digits + 1 != last && is_digit(digits[1])) {
      return fail(ErrorCode::malformed, place());
    }
    const auto [end, error] = std::from_chars(first, last, value.integer);
    if (error != std::errc()) return fail(ErrorCode::malformed, place());
    if (end != last && (*end == '.' || *end == 'e' || *end == 'E')) {
      return fail(ErrorCode::wrong_type, place());
    }
    at_ += static_cast<std::size_t>(end - first);
    return value;
  }

  Result<Value> string_value() {
    Value value;
    value.kind = Kind::text;
    value.at = place();
    AMENDS_TRY(text, string());
    value.text = std::move(text);
    return value;
  }

  Result<std::string> string() {
    ++at_;  // The opening quote.
    std::string out;
    while (at_ < text_.size()) {
      const std::size_t run = at_;
      while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
             static_cast<unsigned char>(text_[at_]) >= 0x20) {
        ++at_;
      }
      out.append(text_.substr(run, at_ - run));
      if (at_ >= text_.size() || static_cast<unsigned char>(text_[at_]) < 0x20) break;
      if (text_[at_++] == '"') return out;
      if (!escape(out)) break;
    }
    return fail(ErrorCode::malformed, place());
  }

  bool escape(std::string& out) {
    if (at_ >= text_.size()) return false;
    const char c = text_[at_++];
    if (c == 'u') return unicode_escape(out);
    static constexpr std::string_view kFrom = "\"\\/bfnrt";
    static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
    const std::size_t which = kFrom.find(c);
    if (which == std::string_view::npos) return false;
    out.push_back(kTo[which]);
    return true;
  }

  bool unicode_escape(std::string& out) {
    std::uint32_t code_point = 0;
    if (!four_hex(code_point)) return false;
    if (code_point >= 0xD800 && code_point < 0xDC00) {
      std::uint32_t low = 0;
      if (!text_.substr(at_).starts_with("\\u")) return false;
      at_ += 2;
      if (!four_hex(low) || low < 0xDC00 || low > 0xDFFF) return false;
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
    } else if (code_point >= 0xDC00 && code_point <= 0xDFFF) {
      return false;
    }
    append_utf8(out, code_point);
    return true;
  }

  bool four_hex(std::uint32_t& code_unit) {
    if (text_.size() - at_ < 4) return false;
    const char* first = text_.data() + at_;
    const auto [end, error] = std::from_chars(first, first + 4, code_unit, 16);
    if (error != std::errc() || end != first + 4) return false;
    at_ += 4;
    return true;
  }

  Result<Value> list(int depth) {
    Value value;
    value.kind = Kind::list;
    value.at = place();
    ++at_;
    if (take(']')) return value;
    for (;;) {
      AMENDS_TRY(item, any(depth + 1));
      value.list.push_back(std::move(item));
      if (take(']')) return value;
      if (!take(',')) return fail(ErrorCode::malformed, place());
    }
  }

  Result<Value> object(int depth) {
    Value value;
    value.kind = Kind::object;
    value.at = place();
    ++at_;
    if (take('}')) return value;
    std::unordered_set<std::string> names;
    for (;;) {
      skip_space();
      const Place name_at = place();
      if (at_ >= text_.size() || text_[at_] != '"') return fail(ErrorCode::malformed, name_at);
      AMENDS_TRY(name, string());
      if (is_repeated(value, names, name))
        return fail(ErrorCode::repeated, name_at, shown_name(name));
      if (!take(':')) return fail(ErrorCode::malformed, place());
      AMENDS_TRY(member, any(depth + 1));
      member.name_at = name_at;
      value.members.push_back({std::move(name), std::move(member)});
      if (take('}')) return value;
      if (!take(',')) return fail(ErrorCode::malformed, place());
    }
  }

  // Keeps a set only for large objects, so that a million members stay linear and ten stay cheap.
  static bool is_repeated(const Value& object, std::unordered_set<std::string>& names,
                          const std::string& name) {
    if (object.members.size() < kFewMembers) return object.find(name) != nullptr;
    if (names.empty()) {
      for (const Member& member : object.members) names.insert(member.name);
    }
    return !names.insert(name).second;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
};

Place place_of(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
  const std::size_t last_end = before.rfind('\n');
  const std::size_t start = last_end == std::string_view::npos ? 0 : last_end + 1;
  return {line, static_cast<std::uint32_t>(at - start + 1)};
}

}  // namespace

const Value* Value::find(std::string_view name) const {
  for (const Member& member : members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

Result<Value> parse(std::string_view text) {
  if (const auto bad = first_bad_utf8(text)) return fail(ErrorCode::not_utf8, place_of(text, *bad));
  return Reader(text).document();
}

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (byte < 0x20 || byte == 0x7F) {
      out.append("\\u00");
      out.push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

void Writer::before_value() {
  if (comma_) out_.push_back(',');
  comma_ = true;
}

Writer& Writer::open_object() {
  before_value();
  out_.push_back('{');
  comma_ = false;
  return *this;
}

Writer& Writer::close_object() {
  out_.push_back('}');
  comma_ = true;
  return *this;
}

Writer& Writer::open_list() {
  before_value();
  out_.push_back('[');
  comma_ = false;
  return *this;
}

Writer& Writer::close_list() {
  out_.push_back(']');
  comma_ = true;
  return *this;
}

Writer& Writer::name(std::string_view name) {
  before_value();
  append_quoted(out_, name);
  out_.push_back(':');
  comma_ = false;
  return *this;
}

Writer& Writer::text(std::string_view text) {
  before_value();
  append_quoted(out_, text);
  return *this;
}

Writer& Writer::integer(std::int64_t number) {
  before_value();
  char digits[24];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out_.append(std::begin(digits), end);
  return *this;
}

Writer& Writer::truth(bool value) {
  before_value();
  out_.append(value ? "true" : "false");
  return *this;
}

Writer& Writer::null() {
  before_value();
  out_.append("null");
  return *this;
}

Writer& Writer::value(const Value& value) {
  switch (value.kind) {
    case Kind::null:
      return null();
    case Kind::boolean:
      return truth(value.truth);
    case Kind::integer:
      return integer(value.integer);
    case Kind::text:
      return text(value.text);
    case Kind::list:
      open_list();
      for (const Value& item : value.list) this->value(item);
      return close_list();
    case Kind::object:
      open_object();
      for (const Member& member : value.members) name(member.name).value(member.value);
      return close_object();
  }
  return *this;
}

}  // namespace amends::base::json
