#include "reader/read_json.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace amends::reader {

using base::json::Writer;

namespace {

// UTF-16 offsets of ascending byte offsets, in one walk. A byte that is no UTF-8 is one unit, for
// the browser shows one replacement for it.
class Counter {
 public:
  Counter(std::string_view draft, Offsets offsets) : draft_(draft), offsets_(offsets) {}

  std::uint32_t at(std::uint32_t byte) {
    if (offsets_ == Offsets::utf8) return byte;
    if (byte < at_) at_ = units_ = 0;  // Strengths begin again at the front.
    while (at_ < byte) {
      const base::Decoded one = base::decode_utf8(draft_, at_);
      units_ += one.code_point > 0xFFFF ? 2 : 1;
      at_ += std::max<std::uint32_t>(1, static_cast<std::uint32_t>(one.length));
    }
    return units_;
  }

 private:
  std::string_view draft_;
  Offsets offsets_;
  std::uint32_t at_ = 0;
  std::uint32_t units_ = 0;
};

void write_span(Writer& out, const Span& span, Counter& counter) {
  out.name("begin").integer(counter.at(span.begin_utf8));
  out.name("end").integer(counter.at(span.end_utf8));
}

// Bytes that are no UTF-8 never lie inside a span, so the quote is text.
void write_quote(Writer& out, const Span& span, std::string_view draft) {
  out.name("quote").text(draft.substr(span.begin_utf8, span.end_utf8 - span.begin_utf8));
}

void write_marks(Writer& out, const Reading& reading, std::string_view draft, Counter& counter) {
  out.name("marks").open_list();
  for (const Mark& mark : reading.marks) {
    out.open_object().name("fault").text(name_of(mark.rule->label));
    out.name("rule").text(mark.rule->id).name("tier").text(name_of(mark.tier));
    write_span(out, mark.span, counter);
    write_quote(out, mark.span, draft);
    out.name("why").text(mark.rule->why).name("try").open_list();
    for (const std::string& better : mark.rule->better) out.text(better);
    out.close_list().close_object();
  }
  out.close_list().name("strengths").open_list();
  for (const Mark& mark : reading.strengths) {
    out.open_object().name("kind").text(name_of(mark.rule->label));
    write_span(out, mark.span, counter);
    write_quote(out, mark.span, draft);
    out.close_object();
  }
  out.close_list();
}

void write_part(Writer& out, std::string_view name, const std::optional<Span>& span,
                Counter& counter) {
  out.name(name);
  if (!span) {
    out.null();
    return;
  }
  out.open_object();
  write_span(out, *span, counter);
  out.close_object();
}

}  // namespace

void write_reading(Writer& out, const Reading& reading, std::string_view draft, Offsets offsets) {
  Counter counter(draft, offsets);
  out.name("help_first").truth(reading.help_first);
  write_marks(out, reading, draft, counter);
  out.name("apology");
  if (reading.apology) {
    out.open_object();
    for (std::size_t i = 0; i < kParts; ++i) {
      write_part(out, name_of(static_cast<Part>(i)), reading.apology->parts[i], counter);
    }
    write_part(out, "plea", reading.apology->plea, counter);
    out.close_object();
  } else {
    out.null();
  }
  const Observations& seen = reading.observations;
  out.name("observations").open_object();
  out.name("words").integer(seen.words).name("asks").integer(seen.asks);
  out.name("questions_in_a_row").integer(seen.questions_in_a_row);
  out.name("i_percent").integer(seen.i_percent).name("you_percent").integer(seen.you_percent);
  out.close_object();
}

}  // namespace amends::reader
