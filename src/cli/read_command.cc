#include <cstdio>
#include <string>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/file.h"
#include "cli/packs.h"
#include "cli/page.h"
#include "reader/read.h"
#include "reader/read_json.h"

namespace amends::cli {

using base::json::Kind;
using base::json::Value;
using base::json::Writer;
using reader::Mark;
using reader::Offsets;
using reader::Reading;

namespace {

constexpr std::size_t kLargestDraftBytes = std::size_t{4} << 20;
constexpr std::size_t kLargestLinesBytes = std::size_t{256} << 20;
constexpr int kIndent = 2;
constexpr std::size_t kLongestLine = 78;  // Of a draft, shown whole beside each of its marks.
constexpr std::size_t kBeside = 24;       // Of a longer one, on either side.

void print_json(const std::string& draft) {
  Writer out;
  out.open_object();
  reader::write_reading(out, reader::read(the_rules(), draft), draft, Offsets::utf8);
  out.close_object();
  std::puts(out.take().c_str());
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) columns += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return columns;
}

// Whole words of the end of `text`, and of its beginning, of about `most` bytes. A text without a
// blank that is near enough stays whole, so no character is ever cut.
std::string_view last_words(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  const std::size_t blank = text.find(' ', text.size() - most);
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

std::string_view first_words(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  const std::size_t blank = text.rfind(' ', most);
  return blank == std::string_view::npos ? text : text.substr(0, blank);
}

// The line a mark begins in, and carets under what of it stands there. Of a paragraph in one line
// only what is beside the mark.
void write_pointed(Page& page, const std::string& draft, const reader::Span& span) {
  const std::size_t before = draft.rfind('\n', span.begin_utf8);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  const std::size_t stop = std::min(draft.find('\n', start), draft.size());
  const std::size_t end = std::min<std::size_t>(span.end_utf8, stop);
  const std::string_view line(draft.data() + start, stop - start);
  const std::string_view lead = line.substr(0, span.begin_utf8 - start);
  const std::string_view marked = line.substr(lead.size(), end - span.begin_utf8);
  const std::string_view rest = line.substr(lead.size() + marked.size());
  const bool is_long = columns_of(line) > kLongestLine;
  const std::string_view near = is_long ? last_words(lead, kBeside) : lead;
  const std::string_view after = is_long ? first_words(rest, kBeside) : rest;
  const std::string opening = (near.size() < lead.size() ? "... " : "") + std::string(near);
  page.raw(opening + std::string(marked) + std::string(after) +
           (after.size() < rest.size() ? " ..." : ""))
      .raw(std::string(columns_of(opening), ' ') +
           std::string(std::max<std::size_t>(columns_of(marked), 1), '^'));
}

void write_mark(Page& page, const std::string& draft, const Mark& mark) {
  page.space();
  write_pointed(page, draft, mark.span);
  const std::string fault(name_of(mark.rule->label));
  page.line(words("cli.read.mark",
                  {{"fault", words("reading.fault." + fault + ".name")}, {"rule", mark.rule->id}}));
  page.line(mark.rule->why, kIndent);
  for (const std::string& better : mark.rule->better) {
    page.line(words("cli.read.try", {{"better", better}}), kIndent);
  }
}

void write_apology(Page& page, const reader::Apology& apology) {
  page.space().heading(words("cli.read.apology"));
  for (std::size_t i = 0; i < reader::kParts; ++i) {
    const std::string part(name_of(static_cast<reader::Part>(i)));
    page.line(words(apology.parts[i] ? "cli.read.there" : "cli.read.not-there",
                    {{"part", words("reading.part." + part)}}),
              kIndent);
  }
  if (apology.plea) page.line(words("reading.plea"), kIndent);
}

void print_page(const std::string& draft) {
  const Reading reading = reader::read(the_rules(), draft);
  Page page;
  if (reading.help_first) page.heading(words("cli.read.help")).line(words("cli.read.help-hint"));
  for (const Mark& mark : reading.marks) write_mark(page, draft, mark);
  if (reading.marks.empty()) page.line(words("reading.no_marks"));
  if (!reading.help_first) {
    if (reading.apology) write_apology(page, *reading.apology);
    if (!reading.strengths.empty()) page.space().heading(words("cli.read.strengths"));
    for (const Mark& mark : reading.strengths) {
      const std::string kind(name_of(mark.rule->label));
      const std::string quote =
          draft.substr(mark.span.begin_utf8, mark.span.end_utf8 - mark.span.begin_utf8);
      const std::string name = words("reading.strength." + kind + ".name");
      page.line(words("cli.read.strength", {{"kind", name}, {"quote", quote}}), kIndent);
    }
  }
  page.print();
}

// One {"id","text"} a line in, one reading a line out. A line that is none is named, and the rest
// goes on.
int print_lines(const std::string& file, std::string_view lines) {
  int exit = 0;
  std::uint32_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto value = base::json::parse(line);
    const Value* id = value ? value->find("id") : nullptr;
    const Value* text = value ? value->find("text") : nullptr;
    if (text == nullptr || text->kind != Kind::text) {
      base::Error error =
          value ? base::Error{base::ErrorCode::missing, value->at, "text"} : value.error();
      error.at.line = number;
      exit = refuse(file, error);
      continue;
    }
    Writer out;
    out.open_object().name("id");
    id == nullptr ? out.null() : out.value(*id);
    reader::write_reading(out, reader::read(the_rules(), text->text), text->text, Offsets::utf8);
    out.close_object();
    std::puts(out.take().c_str());
  }
  return exit;
}

}  // namespace

int read_command(Arguments arguments) {
  const auto read = given("read", arguments);
  if (!read) return 2;
  if (read->json && read->lines) return misused(words("cli.usage.json-or-jsonl"));
  const std::string file = read->thing.empty() ? "-" : read->thing;
  const auto text = read_file(file, read->lines ? kLargestLinesBytes : kLargestDraftBytes);
  if (!text) return refuse(file, text.error());
  if (read->lines) return print_lines(file, *text);
  read->json ? print_json(*text) : print_page(*text);
  return 0;
}

}  // namespace amends::cli
