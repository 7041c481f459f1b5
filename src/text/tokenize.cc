#include "text/tokenize.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/unicode.h"

namespace amends::text {
namespace {

constexpr std::size_t kLongestWord = 40;   // Longer ones are no word of any rule.
constexpr std::size_t kWrappedLine = 60;   // A line as long as this was broken by a program.
constexpr std::size_t kLongestQuote = 80;  // Tokens; beyond it the closing mark was forgotten.
constexpr char kForeign = '\x01';          // Stands for a letter that is no Latin one.

bool is_letter_or_digit(CharClass of) { return of == CharClass::letter || of == CharClass::digit; }

bool is_apostrophe(std::uint32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2018 || c == '`' || c == 0xB4;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Signs that stand for letters inside a swear word.
char letter_for(char sign) {
  switch (sign) {
    case '0':
      return 'o';
    case '1':
      return 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    default:
      return sign;
  }
}

class Tokenizer {
 public:
  Tokenizer(const Lexicon& lexicon, std::string_view bytes) : lexicon_(lexicon), bytes_(bytes) {
    out_.reserve(bytes.size() / 4 + 2);
  }

  Tokens tokens() && {
    border(kStop, 0, 0);
    while (at_ < bytes_.size()) step();
    settle(kStop);
    if (!is_border(out_.back().symbol)) border(kStop, bytes_.size(), bytes_.size());
    return std::move(out_);
  }

 private:
  struct Char {
    std::uint32_t code = 0;
    std::size_t length = 0;
    CharClass of = CharClass::other;
  };

  Char peek(std::size_t at) const {
    if (at >= bytes_.size()) return {};
    const auto [code, length] = base::decode_utf8(bytes_, at);
    return {code, length, length == 0 ? CharClass::other : class_of(code)};
  }

  void step() {
    const Char c = peek(at_);
    if (c.length == 0) {
      border(kStop, at_, at_ + 1);
      ++at_;
    } else if (is_letter_or_digit(c.of)) {
      word();
    } else if (c.of == CharClass::picture) {
      picture(c);
    } else {
      if (c.of == CharClass::space) space(c);
      if (c.of == CharClass::other) sign(c);
      at_ += c.length;
    }
  }

  // A line end ends the sentence, unless a program broke a long line in the middle of one.
  void space(const Char& c) {
    if (c.code != '\n' && c.code != '\r' && c.code != 0x2028 && c.code != 0x2029) return;
    const Char next = peek(at_ + c.length);
    const bool goes_on = next.code >= 'a' && next.code <= 'z' && at_ - line_ >= kWrappedLine;
    line_ = at_ + c.length;
    if (!goes_on) border(kStop, at_, at_ + c.length);
  }

  void sign(const Char& c) {
    switch (c.code) {
      case '.':
      case '!':
      case '?':
      case 0x2026:
      case 0x203C:
      case 0x2049:
      case 0x3002:
      case 0x61F:
        return ends_sentence(c);
      case ',':
      case ';':
      case ':':
      case '(':
      case ')':
      case '[':
      case ']':
      case '/':
      case '|':
      case 0x2013:
      case 0x2014:
      case 0x2022:
        clause_ = true;
        return;
      case '-':
        // Between letters it joins: "self-harm" is two words of one clause.
        if (out_.back().end != at_ || !is_letter_or_digit(peek(at_ + 1).of)) clause_ = true;
        return;
      case '"':
      case 0x201C:
      case 0x201D:
      case 0xAB:
      case 0xBB:
      case 0x201E:
        return quote(double_);
      default:
        break;
    }
    if (is_apostrophe(c.code)) return single_quote(c);
    if (const auto found = lexicon_.find(bytes_.substr(at_, c.length))) {
      emit(*found, at_, at_ + c.length, 0);
    }
  }

  void ends_sentence(const Char& c) {
    const bool joined = is_letter_or_digit(peek(at_ + c.length).of) && out_.back().end == at_;
    // "p.m." and "e.g." are one thing.
    if (c.code == '.' && joined && at_ - out_.back().begin == 1) return;
    Symbol symbol = kStop;
    if (c.code == '!' || c.code == 0x203C) symbol = kBang;
    if (c.code == '?' || c.code == 0x2049 || c.code == 0x61F) symbol = kAsk;
    if (c.code == 0x2026) symbol = kTrail;
    border(symbol, at_, at_ + c.length);
  }

  // Signs in a row are one border: the strongest of them, with "??" and ".." of their own.
  void border(Symbol symbol, std::size_t begin, std::size_t end) {
    settle(symbol);
    clause_ = true;
    if (!out_.empty() && is_border(out_.back().symbol)) {
      Token& last = out_.back();
      const bool touches = last.end == begin && begin != 0;
      if (touches && symbol == kAsk && last.symbol >= kAsk && last.symbol <= kAskMany) {
        symbol = kAskMany;
      } else if (touches && symbol == kStop && last.symbol == kStop && bytes_[begin] == '.' &&
                 bytes_[last.begin] == '.') {
        symbol = kTrail;
      }
      if (out_.size() == 1) return;
      last.end = touches ? static_cast<std::uint32_t>(end) : last.end;
      const bool is_stronger = last.symbol != kTrail ? symbol > last.symbol : symbol != kStop;
      if (is_stronger) last.symbol = symbol;
      last.word = lexicon_.hash_of(last.symbol);
      return;
    }
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), sentence_,
                    symbol, 0, lexicon_.hash_of(symbol)});
    if (out_.size() > 1) ++sentence_;
  }

  void picture(const Char& first) {
    const std::size_t begin = at_;
    at_ += first.length;
    for (;;) {
      const Char next = peek(at_);
      const bool joined = next.code == 0x200D && peek(at_ + next.length).of == CharClass::picture;
      if (joined)
        at_ += next.length + peek(at_ + next.length).length;
      else if (next.of == CharClass::unseen || next.of == CharClass::mark)
        at_ += next.length;
      else
        break;
    }
    const auto found = lexicon_.find(bytes_.substr(begin, first.length));
    if (found) return emit(*found, begin, at_, 0);
    push(kPicture, begin, at_, 0);
  }

  struct OpenQuote {
    std::size_t token = 0;
    bool open = false;
  };

  void quote(OpenQuote& state) {
    clause_ = true;
    if (state.open && out_.size() - state.token <= kLongestQuote) {
      for (std::size_t i = state.token; i < out_.size(); ++i) out_[i].manner |= kQuoted;
      state.open = false;
    } else {
      state = {out_.size(), true};
    }
  }

  void single_quote(const Char& c) {
    const bool before_word = is_letter_or_digit(peek(at_ + c.length).of);
    const bool behind_word = at_ > 0 && !out_.empty() && out_.back().end == at_;
    if (before_word == behind_word) return;
    if (single_.open == before_word) return;
    quote(single_);
  }

  void word() {
    const std::size_t begin = at_;
    Written written;
    while (at_ < bytes_.size()) {
      const Char c = peek(at_);
      if (is_letter_or_digit(c.of)) {
        written.add(c.code);
      } else if (is_apostrophe(c.code)) {
        if (peek(at_ + c.length).of != CharClass::letter) break;
        written.add_sign('\'');
      } else if (c.of != CharClass::mark && c.of != CharClass::unseen) {
        if (!goes_on_with(c, written)) break;
        written.add_sign(static_cast<char>(c.code));
      }
      at_ += c.length;
    }
    std::uint8_t manner = written.letters > 1 && written.capitals == written.letters ? kLoud : 0;
    manner |= clause_ ? kClause : 0;
    clause_ = false;
    read(written, begin, manner);
  }

  // A word as it is written: in plain small letters, with what its capitals say.
  struct Written {
    std::array<char, kLongestWord> text;
    std::size_t size = 0;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool starts_with_capital = false;
    bool has_apostrophe = false;
    bool has_signs = false;

    void add(std::uint32_t code) {
      const char plain = plain_letter(code);
      const bool is_capital = code >= 'A' && code <= 'Z';
      const bool digit = code >= '0' && code <= '9';
      if (letters == 0) starts_with_capital = is_capital;
      letters += digit ? 0 : 1;
      capitals += is_capital ? 1 : 0;
      has_signs |= digit;
      put(digit ? static_cast<char>(code) : plain == '\0' ? kForeign : plain);
    }
    void add_sign(char sign) {
      (sign == '\'' ? has_apostrophe : has_signs) = true;
      put(sign);
    }
    void put(char c) {
      if (size < text.size()) text[size] = c;
      ++size;
    }
    std::string_view view() const { return {text.data(), std::min(size, text.size())}; }
  };

  // "f**k" and "a$$" are words, "7:30" and "1,000" are numbers.
  bool goes_on_with(const Char& c, const Written& written) const {
    if (c.length != 1) return false;
    const Char next = peek(at_ + 1);
    const bool behind_digit = written.size > 0 && is_digit(bytes_[at_ - 1]);
    if (c.code == ':' || c.code == ',' || c.code == '.') {
      return behind_digit && next.of == CharClass::digit;
    }
    if (c.code == '*')
      return next.of == CharClass::letter || next.code == '*' || bytes_[at_ - 1] == '*';
    if (c.code == '$' || c.code == '@') {
      return written.letters > 0 && (next.of == CharClass::letter || next.code == c.code);
    }
    return false;
  }

  void read(const Written& written, std::size_t begin, std::uint8_t manner) {
    const std::string_view word = written.view();
    if (written.size > kLongestWord) return push_other(word, begin, manner);
    if (const auto found = lexicon_.find(word)) return emit(*found, begin, at_, manner);
    if (is_digit(word.front())) return push(kNumber, begin, at_, manner);
    if (written.has_apostrophe && split(word, begin, manner)) return;
    if (squeezed(word, begin, manner)) return;
    if (written.has_signs && unmasked(word, begin, manner)) return;
    // A capital inside of a sentence is a name, and names are nobody's slip.
    const bool is_name =
        written.starts_with_capital && (manner & kLoud) == 0 && !is_border(out_.back().symbol);
    if (!is_name) {
      if (const auto symbol = lexicon_.repaired(word)) {
        return push(*symbol, begin, at_, manner | kRepaired);
      }
    }
    push_other(word, begin, manner);
  }

  // "who'll" is "who" and what "'ll" stands for.
  bool split(std::string_view word, std::size_t begin, std::uint8_t manner) {
    std::size_t cut = word.rfind('\'');
    if (word.ends_with("n't")) cut = word.size() - 3;
    const auto ending = lexicon_.find(word.substr(cut));
    if (!ending) return false;
    if (const auto base = lexicon_.find(word.substr(0, cut))) {
      emit(*base, begin, at_, manner);
    } else {
      push_other(word.substr(0, cut), begin, manner);
    }
    emit(*ending, begin, at_, manner & static_cast<std::uint8_t>(~kClause));
    return true;
  }

  // "soooo" is "so", "pleeease" is "please": three letters or more of a kind are two, or one.
  bool squeezed(std::string_view word, std::size_t begin, std::uint8_t manner) {
    for (const std::size_t most : {std::size_t{2}, std::size_t{1}}) {
      std::array<char, kLongestWord> shorter;
      std::size_t size = 0;
      bool is_long = false;
      for (std::size_t i = 0, run = 0; i < word.size(); i += run) {
        run = 1;
        while (i + run < word.size() && word[i + run] == word[i]) ++run;
        is_long |= run > 2;
        const std::size_t keep = run > 2 ? most : run;
        for (std::size_t j = 0; j < keep; ++j) shorter[size++] = word[i];
      }
      if (!is_long) return false;
      if (const auto found = lexicon_.find({shorter.data(), size})) {
        emit(*found, begin, at_, manner);
        return true;
      }
    }
    return false;
  }

  bool unmasked(std::string_view word, std::size_t begin, std::uint8_t manner) {
    std::array<char, kLongestWord> plain;
    for (std::size_t i = 0; i < word.size(); ++i) plain[i] = letter_for(word[i]);
    const auto found = lexicon_.find({plain.data(), word.size()});
    if (found) emit(*found, begin, at_, manner);
    return found.has_value();
  }

  void emit(const Lexicon::Spelling& spelling, std::size_t begin, std::size_t end,
            std::uint8_t manner) {
    bool first = true;
    for (const Symbol symbol : spelling.symbols) {
      push(symbol, begin, end, first ? manner : manner & static_cast<std::uint8_t>(~kClause));
      first = false;
    }
    if (!spelling.instead.empty()) {
      undecided_ = spelling;
      undecided_at_ = out_.size() - spelling.symbols.size();
    }
  }

  void push(Symbol symbol, std::size_t begin, std::size_t end, int manner) {
    settle(symbol);
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), sentence_,
                    symbol, static_cast<std::uint8_t>(manner), lexicon_.hash_of(symbol)});
  }

  // A word that no pattern names still says something to the model.
  void push_other(std::string_view word, std::size_t begin, std::uint8_t manner) {
    push(kOtherWord, begin, at_, manner);
    out_.back().word = word_hash(word);
  }

  // The word behind "ur" says whether it was "your" or "you are".
  void settle(Symbol next) {
    if (undecided_.instead.empty()) return;
    const Lexicon::Spelling spelling = undecided_;
    undecided_ = {};
    if (std::ranges::find(spelling.before, next) == spelling.before.end()) return;
    const Token as = out_[undecided_at_];
    out_.resize(undecided_at_);
    for (const Symbol symbol : spelling.instead) {
      out_.push_back(as);
      out_.back().symbol = symbol;
      out_.back().word = lexicon_.hash_of(symbol);
    }
  }

  const Lexicon& lexicon_;
  std::string_view bytes_;
  Tokens out_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // Where the line begins.
  std::uint32_t sentence_ = 0;
  bool clause_ = true;  // The next word begins a clause.
  OpenQuote double_;
  OpenQuote single_;
  Lexicon::Spelling undecided_;
  std::size_t undecided_at_ = 0;
};

}  // namespace

Tokens tokenize(const Lexicon& lexicon, std::string_view bytes) {
  return Tokenizer(lexicon, bytes).tokens();
}

}  // namespace amends::text
