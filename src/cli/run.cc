#include <cstdio>

#include "cli/commands.h"
#include "cli/packs.h"

namespace amends::cli {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<Given> given(const std::string& command, Arguments arguments) {
  Given given;
  given.command = command;
  bool has_thing = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--json") {
      given.json = true;
    } else if (argument == "--jsonl" && command == "read") {
      given.lines = true;
    } else if (argument == "--save" && command == "check") {
      if (++i == arguments.size()) {
        misused(words("cli.usage.no-value", {{"command", command}, {"name", argument}}));
        return fail(ErrorCode::malformed);
      }
      given.save = arguments[i];
    } else if (argument.size() > 1 && argument.starts_with('-')) {
      misused(words("cli.usage.unknown-option",
                    {{"command", command}, {"name", base::shown_name(argument)}}));
      return fail(ErrorCode::malformed);
    } else if (has_thing) {
      misused(words("cli.usage.too-many", {{"command", command}}));
      return fail(ErrorCode::malformed);
    } else {
      given.thing = argument;
      has_thing = true;
    }
  }
  return given;
}

int refuse(const std::string& file, const base::Error& error) {
  const std::string line = std::to_string(error.at.line);
  const std::string column = std::to_string(error.at.column);
  const std::string name =
      error.detail.empty() ? words("errors.no-name") : '"' + error.detail + '"';
  const std::string key = std::string("errors.") + code_name(error.code);
  const std::string said =
      words(key, {{"file", file}, {"line", line}, {"column", column}, {"name", name}});
  std::fprintf(stderr, "amends: %s\n", said.c_str());
  return 1;
}

int misused(const std::string& line) {
  std::fprintf(stderr, "%s\n", line.c_str());
  return 2;
}

int run(Arguments arguments) {
  if (arguments.empty()) {
    std::fputs(words("cli.help").c_str(), stderr);
    return 2;
  }
  const std::string& command = arguments[0];
  const Arguments rest = arguments.subspan(1);
  for (const std::string& argument : rest) {
    if (argument == "--help" || argument == "-h") {
      std::fputs(words("cli.help").c_str(), stdout);
      return 0;
    }
  }
  if (command == "check") return check_command(rest);
  if (command == "read") return read_command(rest);
  if (command == "guide") return guide_command(rest);
  if (command == "helplines") return helplines_command(rest);
  if (command == "vault") return vault_command(rest);
  if (command == "--help" || command == "-h" || command == "help") {
    std::fputs(words("cli.help").c_str(), stdout);
    return 0;
  }
  if (command == "--version") {
    std::puts("amends " AMENDS_VERSION);
    return 0;
  }
  return misused(words("cli.usage.unknown-command", {{"name", base::shown_name(command)}}));
}

}  // namespace amends::cli
