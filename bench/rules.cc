// packc for the sets of rules that bench/more_rules.mjs makes: it compiles them in the same way,
// but does not mind that their examples fail, for made rules have none.
//
//   bench_rules ROOT OUT

#include <cstdio>
#include <fstream>
#include <string>

#include "packc/reader_compiler.h"
#include "packc/source.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: bench_rules ROOT OUT\n", stderr);
    return 2;
  }
  amends::packc::Problems problems;
  // Empty where anything but an example was wrong.
  const std::string blob = amends::packc::ReaderCompiler(argv[1], problems).blob();
  if (blob.empty()) {
    std::fputs(problems.shown().c_str(), stderr);
    return 1;
  }
  std::ofstream(argv[2], std::ios::binary | std::ios::trunc) << blob;
  return 0;
}
