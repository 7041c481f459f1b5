// The book as the command line would have it: one call a line on standard input, its name and its
// JSON with a tab between; one answer a line. For the parity test, which asks the WASM core the
// same, and for bench/journal.mjs.
//
//   book_calls PACK < calls        the answers
//   book_calls events SEED COUNT   events of every kind, as one amends_add takes them

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "guide/guide.h"
#include "journal/book.h"
#include "journal/event_json.h"
#include "tests/support/journal.h"

namespace {

using namespace amends;

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

int print_events(std::uint32_t seed, int count) {
  std::string out;
  for (const std::uint8_t device : {std::uint8_t{1}, std::uint8_t{2}}) {
    for (const journal::Event& event : tests::Writing(seed, device).events(count / 2)) {
      if (std::holds_alternative<journal::Unknown>(event.body)) continue;
      out += (out.empty() ? "" : ",") + journal::encode(event);
    }
  }
  std::puts(("{\"events\":[" + out + "]}").c_str());
  return 0;
}

base::Result<std::string> answer(const guide::Guide& guide, std::optional<journal::Book>& book,
                                 std::string_view name, std::string_view json) {
  if (name == "amends_book") {
    AMENDS_TRY(opened, journal::Book::open(guide, json));
    book = std::move(opened);
    return std::string("{}");
  }
  if (!book) return base::fail(base::ErrorCode::missing, {}, "book");
  if (name == "amends_add") return book->add(json);
  if (name == "amends_event") return book->event(json);
  return book->fold(json);
}

int answer_all(const std::string& pack) {
  const auto guide = guide::Guide::read(file_text(pack));
  if (!guide) return 1;
  std::optional<journal::Book> book;
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string_view call = line;
    const auto said = answer(*guide, book, call.substr(0, tab), call.substr(tab + 1));
    std::puts(said ? said->c_str() : code_name(said.error().code));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4) {
    return print_events(static_cast<std::uint32_t>(std::stoul(argv[2])), std::stoi(argv[3]));
  }
  return argc == 2 ? answer_all(argv[1]) : 2;
}
