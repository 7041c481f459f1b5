#include <unistd.h>

#include <cstdio>

#include "check/calls.h"
#include "check/judge.h"
#include "check/sheet.h"
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/file.h"
#include "cli/packs.h"
#include "cli/standing_page.h"

namespace amends::cli {
namespace {

int judge_file(const Given& given) {
  const auto text = read_file(given.thing, check::kLargestSheetBytes);
  if (!text) return refuse(given.thing, text.error());
  if (text->empty()) {
    std::fprintf(stderr, "amends: %s\n", words("errors.empty", {{"file", given.thing}}).c_str());
    return 1;
  }
  const auto sheet = check::read_sheet(the_guide(), *text);
  if (!sheet) return refuse(given.thing, sheet.error());
  print_standing(*sheet, given.json ? Output::json : Output::page);
  return 0;
}

}  // namespace

void print_standing(const check::Sheet& sheet, Output output) {
  const check::Standing standing = check::judge(the_guide(), sheet);
  if (output == Output::json) {
    base::json::Writer out;
    check::write_standing(out, the_guide(), sheet, standing);
    std::puts(out.take().c_str());
    return;
  }
  Page page;
  write_standing_page(page, the_guide(), sheet, standing);
  page.print();
}

int check_command(Arguments arguments) {
  const auto read = given("check", arguments);
  if (!read) return 2;
  if (!read->thing.empty()) {
    if (!read->save.empty()) return misused(words("cli.usage.save-with-file"));
    return judge_file(*read);
  }
  if (isatty(STDIN_FILENO) == 0) return misused(words("cli.usage.no-terminal"));
  return ask(the_guide(), read->save, read->json ? Output::json : Output::page);
}

}  // namespace amends::cli
