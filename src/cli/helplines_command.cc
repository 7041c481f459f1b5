#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string>

#include "cli/commands.h"
#include "cli/packs.h"
#include "cli/page.h"
#include "guide/guide.h"

namespace amends::cli {

using base::json::Value;
using guide::Country;
using guide::HelpLine;

namespace {

constexpr int kIndent = 2;

std::string folded(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

const Country* country_named(const guide::Help& help, const std::string& name) {
  const auto fits = [wanted = folded(name)](const Country& country) {
    return country.code == wanted || folded(country.name) == wanted;
  };
  const auto found = std::ranges::find_if(help.countries, fits);
  return found == help.countries.end() ? nullptr : &*found;
}

void write_line(Page& page, const HelpLine& line) {
  page.line(line.name, kIndent);
  const auto part = [&page](const char* name, std::string_view place, const std::string& text) {
    if (!text.empty()) page.line(words(name, {{place, text}}), kIndent + kIndent);
  };
  part("cli.helplines.call", "number", line.number);
  part("cli.helplines.write", "text_chat", line.text_chat);
  part("cli.helplines.for", "audience", line.audience);
  part("cli.helplines.hours", "hours", line.hours);
  part("cli.helplines.site", "site", line.site);
  if (!line.note.empty()) page.line(line.note, kIndent + kIndent);
}

std::string with_date(std::string says, const std::string& date) {
  const std::size_t place = says.find("{date}");
  if (place != std::string::npos) says.replace(place, 6, date);
  return says;
}

void print_country(const guide::Help& help, const Country& country) {
  Page page;
  page.heading(country.name);
  for (const guide::HelpKind& kind : help.kinds) {
    const auto is_kind = [&kind](const HelpLine& line) { return line.kind == kind.id; };
    if (std::ranges::none_of(country.lines, is_kind)) continue;
    page.space().heading(kind.title);
    for (const HelpLine& line : country.lines) {
      if (is_kind(line)) write_line(page, line);
    }
  }
  page.space()
      .line(help.none_here)
      .line(help.busy)
      .line(with_date(help.checked_says, help.checked));
  page.print();
}

void print_countries(const guide::Help& help) {
  Page page;
  page.line(words("cli.helplines.intro"));
  for (const Country& country : help.countries)
    page.line(country.code + "  " + country.name, kIndent);
  page.print();
}

void print_json(const Country* country) {
  const Value& help = *guide_json().find("help");
  base::json::Writer out;
  if (country == nullptr) {
    out.value(help);
  } else {
    for (const Value& one : help.find("countries")->list) {
      if (one.find("code")->text == country->code) out.value(one);
    }
  }
  std::puts(out.take().c_str());
}

}  // namespace

int helplines_command(Arguments arguments) {
  const auto read = given("helplines", arguments);
  if (!read) return 2;
  const guide::Help& help = the_guide().help;
  const Country* country = country_named(help, read->thing);
  if (!read->thing.empty() && country == nullptr) {
    const std::string name = base::shown_name(read->thing);
    std::fprintf(stderr, "%s\n", words("cli.helplines.unknown", {{"name", name}}).c_str());
    return 1;
  }
  if (read->json) {
    print_json(country);
  } else if (country == nullptr) {
    print_countries(help);
  } else {
    print_country(help, *country);
  }
  return 0;
}

}  // namespace amends::cli
