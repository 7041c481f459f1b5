// amends, the command line. Everything it can do is in cli/commands.h.

#include <string>
#include <vector>

#include "cli/commands.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return amends::cli::run(arguments);
}
