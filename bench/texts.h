// What the reader's benchmarks read: our own invented messages, and texts that nobody writes.
//
// Pure but for the corpus, which is read from tests/corpora/reader. The same files give the same
// texts; bench/read.mjs takes them from here, so that native and WASM read the same bytes.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace amends::bench {

/// The text of every message under `folder`, at any depth, in the order of paths, a line each.
std::string all_messages(const std::string& folder);

/// `count` pieces of about `size` bytes, cut at spaces. Where the messages end, they begin anew
/// half a piece later.
std::vector<std::string> cut(const std::string& messages, std::size_t count, std::size_t size);

struct Named {
  std::string name;
  std::string text;
};

/// What a linear reader must not choke on.
std::vector<Named> unkind_texts();

}  // namespace amends::bench
